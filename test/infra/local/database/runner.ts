import { startDatabase } from '../../../../infra/local/database/database.ts';
import type { EngineName } from '../../../../infra/local/database/engine.ts';

const [path, engine] = process.argv.slice(2);
const { endpoint } = await startDatabase({
  path: path!,
  engine: engine as EngineName,
  warn: () => undefined,
});
console.log(endpoint);
setInterval(() => undefined, 60_000);
