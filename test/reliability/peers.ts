import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type MailService, mailService } from '../../shared/runtime/mail-service.ts';
import type { Table } from '../../shared/store/table.ts';
import type { Fault } from './faults.ts';
import { faultyTables } from './faulty-table.ts';
import { emptied, fill, type Ground } from './ground.ts';
import { openSes } from './mail-service.ts';
import type { Played } from './play.ts';
import { startRuns } from './runs.ts';
import { judge } from './verdict.ts';
import { tableOn } from './wire-client.ts';
import { World } from './world.ts';

type Row = { sk: string; state: string; leasedUntil: number };
type Tools = { table: Table; now: number; send(id: string): ReturnType<MailService['send']> };

/** How other reminder systems send one reminder that is due, each in its kindest form: what was certainly not sent is tried again. */
const strategies = {
  /** Cron jobs and most task queues: send, then note that it was sent. */
  async 'send-then-mark'(tools: Tools, { sk }: Row) {
    const { kind } = await tools.send(sk);
    if (kind === 'accepted') await set(tools, sk, 'sent');
  },
  /** At-most-once systems: note that it was sent, then send. */
  async 'mark-then-send'(tools: Tools, { sk }: Row) {
    await set(tools, sk, 'sent', 'due');
    const { kind } = await tools.send(sk);
    if (kind === 'not-now') await set(tools, sk, 'due');
  },
  /** Job queues in a database: take a lease, send, note it; a lease that runs out is taken by the next. */
  async lease(tools: Tools, { sk, leasedUntil }: Row) {
    if (leasedUntil > tools.now) return;
    await set(tools, sk, 'due', 'due', { was: leasedUntil, until: tools.now + 15 * 60_000 });
    const { kind } = await tools.send(sk);
    if (kind === 'accepted') await set(tools, sk, 'sent');
    if (kind === 'not-now') await set(tools, sk, 'due');
  },
};

export type PeerName = keyof typeof strategies;
export const peerNames = Object.keys(strategies) as PeerName[];

/** Writes a reminder's state, where one is named only if that was its state; and its lease, only if nobody else has taken it. */
async function set(
  { table }: Tools,
  sk: string,
  state: string,
  was?: string,
  lease?: { was: number; until: number },
) {
  const conditions = [...(was ? ['#state = :was'] : []), ...(lease ? ['leasedUntil = :before'] : [])];
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: 'PEER', sk },
      UpdateExpression: 'SET #state = :state, leasedUntil = :until',
      ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': state,
        ':until': lease?.until ?? 0,
        ...(was ? { ':was': was } : {}),
        ...(lease ? { ':before': lease.was } : {}),
      },
    }),
  );
}

async function dueRows(table: Table): Promise<Row[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'PEER' },
      ConsistentRead: true,
    }),
  );
  return (Items as Row[]).filter(({ state }) => state === 'due');
}

const names = ['first', 'second', 'third', 'fourth'];

/** Four reminders in the hands of another system, on the same table, mail service, runs and faults. */
export async function playPeer(
  ground: Ground,
  peer: PeerName,
  { faults, seed }: { faults: Fault[]; seed?: number },
): Promise<Played> {
  const world = new World(faults, seed);
  await fill(
    ground,
    names.map((sk) => ({ pk: 'PEER', sk, state: 'due', leasedUntil: 0 })),
  );
  const tableFor = faultyTables(world, ground.client, ground.tableName);
  const ses = openSes(world, { publish: () => undefined, remindersOf: async (mailId) => [mailId] });
  const run = () =>
    world.work(async (worker) => {
      const table = tableFor(worker);
      const service = mailService(ses.clientFor(worker), 'set');
      const envelope = { from: 'tracker@force.example', to: 'anna@force.example', raw: new Uint8Array() };
      const send = (mailId: string) => service.send({ ...envelope, mailId });
      for (const row of await dueRows(table))
        await strategies[peer]({ table, now: world.now, send }, row).catch(() => undefined);
    });
  const truth = tableOn(ground.client, ground.tableName);
  startRuns(world, { run, isQuiet: async () => (await dueRows(truth)).length === 0 });
  await world.live();
  const wanted = names.map((name) => ({ name }));
  return { ...judge(ses.accepted, wanted, await emptied(ground), faults.length), calls: world.calls };
}
