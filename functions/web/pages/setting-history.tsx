import type { Child } from 'hono/jsx';
import type { SettingName } from '../../../shared/domain/settings.ts';
import { historyOf } from '../../../shared/store/audit.ts';
import { chainKey } from '../../../shared/store/chain-keys.ts';
import { Details } from '../components/details.tsx';
import { FullHistory } from './full-history.tsx';
import type { Site } from './site.tsx';

/** Every change of one setting, behind a summary; nothing where it has never been changed. */
export async function settingHistory({ table }: Site, settings: SettingName): Promise<Child> {
  const history = await historyOf(table, chainKey({ settings }));
  if (history.events.length + history.findings.length === 0) return null;
  return (
    <Details summary="History">
      <FullHistory history={history} contacts={new Map()} />
    </Details>
  );
}
