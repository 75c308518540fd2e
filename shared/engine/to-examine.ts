import type { Day } from '../domain/day.ts';
import { dueOnAgenda, reckonedBefore } from '../store/agenda.ts';
import { lastFinishedNight } from '../store/lists.ts';
import type { Item } from '../store/records.ts';
import type { Table } from '../store/table.ts';

/** What a run must look at, and the edition of the stage plans by which every open deadline stood on the agenda when it looked. */
export type ToExamine = { items: Item[]; stagesEdition: number };

/**
 * What is due on the agenda; and once the stage plans have been changed every open deadline that the agenda still holds by earlier ones
 * (docs/decisions/0015). Each keeps the edition it was last worked out with, so a run that dies leaves the rest to the next, and only a
 * run that finds none left says so: until one has, every run looks.
 */
export async function toExamine(table: Table, edition: number, today: Day): Promise<ToExamine> {
  const due = await Array.fromAsync(dueOnAgenda(table, today));
  if (edition === 1) return { items: due, stagesEdition: 1 };
  const reached = (await lastFinishedNight(table))?.stagesEdition ?? 1;
  if (reached >= edition) return { items: due, stagesEdition: reached };
  const behind = await Array.fromAsync(reckonedBefore(table, edition));
  const known = new Set(due.map(({ id }) => id));
  const others = behind.filter(({ id }) => !known.has(id));
  return { items: [...due, ...others], stagesEdition: behind.length === 0 ? edition : reached };
}
