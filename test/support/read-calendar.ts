/** A component of a calendar file: its properties by name, and what stands in it. */
export type Component = { name: string; properties: Record<string, Property>; within: Component[] };
export type Property = { parameters: Record<string, string>; value: string };

/**
 * Reads a calendar file by the letter of RFC 5545, written from its grammar alone, and throws where it is broken: lines end with CRLF, none
 * is longer than 75 octets, none is cut within a character, every component ends where it must, no property stands twice in one.
 */
export function readCalendar(octets: Uint8Array): Component {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  if (!text.endsWith('\r\n')) throw new Error('The file does not end with a line end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`A bare line end in ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`A line of ${Buffer.byteLength(line)} octets: ${line}`);
    if (line === '') throw new Error('An empty line');
  }
  cutBetweenCharacters(octets);
  const root: Component = { name: '', properties: {}, within: [] };
  const open = [root];
  for (const line of unfolded(physical)) take(line, open);
  if (open.length > 1) throw new Error(`${open.at(-1)!.name} does not end`);
  const [calendar, ...others] = root.within;
  if (calendar?.name !== 'VCALENDAR' || others.length > 0) throw new Error('Not one calendar');
  return calendar;
}

/** Each physical line must be whole characters by itself: a reader may decode before it unfolds. */
function cutBetweenCharacters(octets: Uint8Array): void {
  let from = 0;
  for (let at = 0; at < octets.length; at++) {
    if (octets[at] !== 0x0a) continue;
    new TextDecoder('utf-8', { fatal: true }).decode(octets.subarray(from, at + 1));
    from = at + 1;
  }
}

function unfolded(physical: string[]): string[] {
  const lines: string[] = [];
  for (const line of physical) {
    if (!/^[ \t]/.test(line)) lines.push(line);
    else if (lines.length === 0) throw new Error('The first line goes on from none');
    else lines[lines.length - 1] += line.slice(1);
  }
  return lines;
}

const contentLine = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):([^\p{Cc}]*)$/u;

function take(line: string, open: Component[]): void {
  const [, name, given, value] = contentLine.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Not a content line: ${line}`);
  const inside = open.at(-1)!;
  if (name === 'BEGIN') {
    const begun = { name: value, properties: {}, within: [] };
    inside.within.push(begun);
    open.push(begun);
  } else if (name === 'END') {
    if (inside.name !== value) throw new Error(`${value} ends within ${inside.name}`);
    open.pop();
  } else {
    if (name in inside.properties) throw new Error(`${name} stands twice`);
    inside.properties[name] = { parameters: parametersIn(given ?? ''), value };
  }
}

const parametersIn = (given: string): Record<string, string> =>
  Object.fromEntries(
    [...given.matchAll(/;([A-Z-]+)=("[^"]*"|[^;]*)/g)].map(([, key, value]) => [
      key,
      value!.replaceAll('"', ''),
    ]),
  );

/** A TEXT value as it was meant; throws where a character that must be escaped is not. */
export function textIn({ value }: Property): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`Not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, escaped) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));
}
