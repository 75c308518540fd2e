import type { SummaryRow } from '../components/summary-list.tsx';
import { seenField } from '../forms/seen-field.ts';
import { LongText } from './long-text.tsx';
import type { Contacts } from './names.ts';
import { fieldInWords, valueInWords } from './record-words.ts';

/** What only the form itself goes by. */
const inner = [seenField, 'do', 'promises'];
const datePart = /-(day|month|year)$/;

/** What was entered in any form, a row for each field that is not empty: the three boxes of a date in one, as typed. */
export function enteredRows(posted: Readonly<Record<string, string>>, contacts: Contacts): SummaryRow[] {
  const names = Object.keys(posted).filter((name) => !inner.includes(name));
  const fields = [...new Set(names.map((name) => name.replace(datePart, '')))];
  return fields.flatMap((field) => {
    const value = typedIn(posted, field);
    if (value === '') return [];
    const words = fieldInWords(field);
    const key = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    return [{ key, value: <LongText text={valueInWords(field, value, contacts)} /> }];
  });
}

const typedIn = (posted: Readonly<Record<string, string>>, field: string): string =>
  posted[field] ??
  ['day', 'month', 'year']
    .map((part) => posted[`${field}-${part}`] ?? '')
    .join(' ')
    .trim();
