/** A sentence and what a careful person says it promises: one line of the sample. */
export type SampleLine = {
  readonly id: string;
  readonly text: string;
  readonly is_promise: boolean;
  readonly expected: Expected;
  readonly alt?: readonly (Partial<Expected> & { readonly reading: string })[];
  readonly stated_on?: string | null;
  readonly stated_basis?: string | null;
};

export type Expected = {
  readonly kind: string;
  readonly earliest: Length | null;
  readonly latest: Length | null;
  readonly date_earliest: string | null;
  readonly date_latest: string | null;
};

export type Length = { readonly n: number; readonly unit: string };

/** What a reader, ours or a rival, makes of a line; null: no promise. */
export type Answer = {
  readonly kind: string;
  readonly earliest: Length | null;
  readonly latest: Length | null;
  readonly dateEarliest: string | null;
  readonly dateLatest: string | null;
} | null;

/** The day of the response: as stated, or as the note on its source gives it in full; null where only a year or a month is known. */
export function respondedOn(line: SampleLine): string | null {
  return line.stated_on ?? /^(?:about )?(\d{4}-\d{2}-\d{2})/.exec(line.stated_basis ?? '')?.[1] ?? null;
}
