import { type FileHandle, open } from 'node:fs/promises';
import { type Day, parseDay } from '../../../shared/domain/day.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { commitmentsIn, type Suggestion } from '../../../shared/extract/commitments.ts';
import type { Command, Io } from '../command.ts';
import { type Line, linesOf } from '../lines.ts';

const usage = `Usage: tracker extract [FILE] < responses.jsonl > suggestions.jsonl

Reads responses, one JSON object a line, from a file or standard input, and suggests what each promises:

  {"id":"a1","text":"We will report back within 3 months.","respondedOn":"2020-11-20"}

"respondedOn" is the day of the response; null where it is not known. One JSON object a line goes out, in order:

  id, suggestions: each with
    quote, start, end           the words, and where they stand in the text
    kind                        within, between, by-date, in, none (a promise with no date) or completed
    earliest, latest            {"n","unit"} after the response: day, week or month
    dateEarliest, dateLatest    the first and last day meant, as far as they can be known
    opensOn, dueOn              when the promise opens and its last day
    promise                     report-back or action
    anchorOn, rule, event       what it was counted from, how it was read, and what it waits for
    alternatives                other readings of the same words; kind null: they promise nothing

A text that promises nothing gives no suggestions. Nothing is saved: a person confirms each suggestion first.
A line that cannot be read gives {"id","error","message"}, is named on standard error, and the rest go on.
Exit code: 0 when every line was read, 1 when any was not, 2 when called wrongly.
`;

/** `tracker extract`: the promises in responses, a JSON line in and a JSON line out. */
export const extract: Command = {
  name: 'extract',
  summary: 'Suggest what responses promise: JSON lines in, JSON lines out',
  usage,
  async run(args, io) {
    const [file, ...more] = args;
    if (more.length > 0 || file?.startsWith('-')) {
      io.stderr(`tracker extract takes at most the name of a file.\n\n${usage}`);
      return 2;
    }
    if (file === undefined) return answerAll(io.stdin, io);
    const opened = await openFile(file).catch((fault: NodeJS.ErrnoException) => fault);
    if (opened instanceof Error) {
      io.stderr(`The file ${file} cannot be read: ${opened.message}\n`);
      return 1;
    }
    return answerAll(opened.createReadStream(), io);
  },
};

// A folder opens like a file and fails at its first byte.
async function openFile(path: string): Promise<FileHandle> {
  const opened = await open(path);
  if (!(await opened.stat()).isDirectory()) return opened;
  await opened.close();
  throw new Error('it is a folder');
}

async function answerAll(chunks: Io['stdin'], io: Io): Promise<number> {
  let refused = false;
  for await (const lines of linesOf(chunks)) {
    const answers = lines.map(answer);
    for (const each of answers) {
      if (!('error' in each)) continue;
      refused = true;
      io.stderr(`${each.message}\n`);
    }
    if (answers.length > 0) await io.stdout(answers.map((each) => `${JSON.stringify(each)}\n`).join(''));
  }
  return refused ? 1 : 0;
}

type Id = string | number | null;
type Answer = { id: Id; suggestions: object[] } | { id: Id; error: string; message: string };
type Asked = { id?: unknown; text?: unknown; respondedOn?: unknown };

function answer(line: Line): Answer {
  const asked = read(line);
  if (isRefusal(asked)) return { id: null, error: asked.refused, message: asked.message };
  const id = typeof asked.id === 'string' || typeof asked.id === 'number' ? asked.id : null;
  const on = respondedOn(asked, line.number);
  if (isRefusal(on)) return { id, error: on.refused, message: on.message };
  if (typeof asked.text !== 'string') {
    return {
      id,
      error: 'invalid-line',
      message: `Line ${line.number} has no text: give "text" in quotation marks`,
    };
  }
  return { id, suggestions: commitmentsIn(asked.text, on).map(shown) };
}

function read({ text, number }: Line): Asked | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return refuse('invalid-line', `Line ${number} is not JSON: ${(fault as SyntaxError).message}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  return refuse('invalid-line', `Line ${number} is not a JSON object with an id, a text and respondedOn`);
}

function respondedOn(asked: Asked, number: number): Day | null | Refusal {
  const on = asked.respondedOn ?? null;
  if (on === null) return null;
  const day =
    typeof on === 'string' ? parseDay(on) : refuse('invalid-date', 'respondedOn must be text or null');
  return isRefusal(day) ? refuse('invalid-date', `Line ${number}: ${day.message}`, 'respondedOn') : day;
}

function shown(suggestion: Suggestion) {
  const { quote, start, end, kind, earliest, latest, dateEarliest, dateLatest, opensOn, dueOn } = suggestion;
  const { promise, rule, event, anchorOn, alternatives } = suggestion;
  const window = { kind, earliest, latest, dateEarliest, dateLatest, opensOn, dueOn };
  return { quote, start, end, ...window, promise, anchorOn, rule, event, alternatives };
}
