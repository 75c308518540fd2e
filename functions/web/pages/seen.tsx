import type { Context } from 'hono';
import { seenField } from '../forms/seen-field.ts';
import type { Desk } from '../moves/desk.ts';
import type { Site } from './site.tsx';

declare module 'hono' {
  interface ContextVariableMap {
    /** How long the history was of what a form is about: when it is shown, or as whoever posts it saw it. */
    seen: number | undefined;
  }
}

/** What a form brings back, so that a change by somebody else meanwhile is found out. */
export const Seen = ({ c }: { c: Context }) => {
  const seen = c.get('seen');
  return seen === undefined ? null : <input type="hidden" name={seenField} value={String(seen)} />;
};

/** The desk at which what was posted is done: once, and only on what whoever posted it has seen. */
export function deskAt(c: Context, { desk }: Pick<Site, 'desk'>): Desk {
  const [seen, once] = [c.get('seen'), c.get('once')];
  return { ...desk, ...(seen === undefined ? {} : { seen }), ...(once === undefined ? {} : { once }) };
}
