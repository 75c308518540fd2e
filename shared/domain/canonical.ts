/**
 * A value as one text, the same whoever writes it down and in whatever order its fields arrive: JSON without spaces, the keys of every
 * object in order, what is undefined left out. Two values have the same text exactly when they say the same.
 *
 * @example canonical({ b: [2, { d: null, c: 'é' }], a: 1 }) → '{"a":1,"b":[2,{"c":"é","d":null}]}'
 */
export const canonical = (value: object): string => JSON.stringify(value, inOrder);

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, (value as Record<string, unknown>)[key]]),
      )
    : value;
