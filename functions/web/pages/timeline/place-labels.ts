/** A label that wants to stand at, or to the right of, a point. */
export type Wanted = { at: number; text: string };

/** Where it stands: from `left` on, in a row counted from 0 downwards. */
export type Placed = Wanted & { left: number; width: number; row: number };

/** From where to where labels may reach, and how wide a letter is taken to be. */
export type Room = { from: number; to: number; letter: number };

const gap = 8;

/** How wide a text is taken to be: rather too wide, so that nothing overlaps in any sans-serif. */
export const widthOf = (text: string, { letter }: Pick<Room, 'letter'>): number => text.length * letter;

/**
 * Places labels so that no two overlap and none leaves the room: each in its turn in the uppermost row that is free, starting at its
 * point, or as far left of it as it must to fit. A text too long for the room is cut.
 *
 * @example at 10 and 30, each 50 wide, in a room of 200 → the first at 10 in row 0, the second at 30 in row 1
 */
export function placeLabels(wanted: readonly Wanted[], room: Room): Placed[] {
  const placed: Placed[] = [];
  for (const { at, text: whole } of wanted) {
    const text = cut(whole, room);
    const width = widthOf(text, room);
    const left = Math.max(room.from, Math.min(at, room.to - width));
    const isFree = (row: number) =>
      placed.every(
        (other) =>
          other.row !== row || left >= other.left + other.width + gap || other.left >= left + width + gap,
      );
    let row = 0;
    while (!isFree(row)) row += 1;
    placed.push({ at, text, left, width, row });
  }
  return placed;
}

function cut(text: string, { from, to, letter }: Room): string {
  const most = Math.floor((to - from) / letter);
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}
