import type { Contact } from '../../../shared/domain/contact.ts';
import { type Item, toItem } from '../../../shared/store/records.ts';
import { sampleContact } from '../../support/sample-records.ts';
import type { Ground } from '../ground.ts';

/** Something that goes wrong in other reminder systems. `play` throws where it goes wrong here. */
export type Scenario = { name: string; play(ground: Ground): Promise<void> };

export const person = (id: string, of: Partial<Contact> = {}): Item =>
  toItem('contact', sampleContact(id, of));

/** The name of a reminder of a sample duty: `approaching 2020/000101, stage -28, to anna`. */
export const responseReminder = (caseId: string, stage: string, to: string, revision = 1): string =>
  `${caseId}.1.response-1 r${revision} ${stage} to ${to}`;
