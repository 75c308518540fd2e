import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; until: number };

/** What the practice provider remembers, while it runs: sign-ins under way, codes, tokens. */
export function keepInMemory(): (kind: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (kind) => {
    const nameOf = (id: string) => `${kind} ${id}`;
    const find = async (id: string) => stillKept(kept.get(nameOf(id)));
    const findBy = async (field: 'uid' | 'userCode', value: string) =>
      [...kept]
        .filter(([name]) => name.startsWith(nameOf('')))
        .map(([, each]) => stillKept(each))
        .find((payload) => payload?.[field] === value);
    return {
      find,
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async upsert(id, payload, seconds = Number.POSITIVE_INFINITY) {
        kept.set(nameOf(id), { payload, until: Date.now() + seconds * 1_000 });
      },
      async consume(id) {
        const payload = await find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        kept.delete(nameOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, { payload }] of kept) if (payload.grantId === grantId) kept.delete(name);
      },
    };
  };
}

const stillKept = (kept: Kept | undefined): AdapterPayload | undefined =>
  kept && Date.now() < kept.until ? kept.payload : undefined;
