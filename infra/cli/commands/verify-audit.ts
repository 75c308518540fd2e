import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';
import type { Asked } from '../verify-audit/verify.ts';

const usage = `Usage: tracker verify-audit [--case ID] [--until MOMENT] [--expect FINGERPRINT] [--json] [--data FOLDER]

Checks the history of every case, recommendation and contact: that no entry has been altered, dropped, reordered or cut off, and that
every record is as its last entry left it. Changes nothing. Prints each finding; the exit code is 0 when there is none, 1 when there is
any, and 2 when the command was called wrongly.

The last line is a fingerprint of everything up to a moment. Write both down where nobody who can write to the table can reach them:
given back later with --until and --expect, they show whether anything up to that moment is no longer what it was.

  --case     only the case with this id (2019-127918) and its recommendations
  --until    the moment of the fingerprint (2021-03-08T10:00:00Z; default: now)
  --expect   the fingerprint that was written down for that moment
  --json     one JSON object in place of sentences
  --data     the data folder (default .data), also while a tracker is running on it
`;

/** `tracker verify-audit` */
export const verifyAudit: Command = {
  name: 'verify-audit',
  summary: 'Find any altered, dropped, reordered or cut off history',
  usage,
  async run(args, io) {
    const asked = read(args);
    if (asked instanceof Error) {
      io.stderr(`${asked.message}\n\n${usage}`);
      return 2;
    }
    const folder = await findDataFolder(asked.data, io);
    if (folder === undefined) return 1;
    const { verify } = await import('../verify-audit/verify.ts');
    return verify(folder, asked, io);
  },
};

const options = {
  case: { type: 'string' },
  until: { type: 'string' },
  expect: { type: 'string' },
  json: { type: 'boolean', default: false },
  data: { type: 'string', default: '.data' },
} as const;

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

function read(args: string[]): (Asked & { data: string }) | Error {
  try {
    const { values } = parseArgs({ args, options });
    const { until, expect } = values;
    if (until !== undefined && !(moment.test(until) && Date.parse(until)))
      return new Error(`--until must be a moment like 2021-03-08T10:00:00Z, not “${until}”`);
    if (expect !== undefined && !/^[0-9a-f]{64}$/.test(expect))
      return new Error('--expect must be a fingerprint: 64 figures from 0 to f');
    if (expect !== undefined && until === undefined)
      return new Error('--expect needs --until, the moment that was written down with the fingerprint');
    return values;
  } catch (error) {
    return error as Error;
  }
}
