import { boardKey, caseKey, contactKey, recommendationKey, settingKey, staffKey } from './keys.ts';

type Subject = {
  caseId?: string | undefined;
  number?: number | undefined;
  contactId?: string | undefined;
  boardId?: string | undefined;
  staffId?: string | undefined;
  settings?: string | undefined;
};

/** The record that an event is about: of these the first that it names. */
const subjects: ((of: Subject) => { pk: string; sk: string } | undefined)[] = [
  ({ caseId, number }) => (caseId && number ? recommendationKey({ caseId, number }) : undefined),
  ({ caseId }) => (caseId ? caseKey(caseId) : undefined),
  ({ contactId }) => (contactId ? contactKey(contactId) : undefined),
  ({ boardId }) => (boardId ? boardKey(boardId) : undefined),
  ({ staffId }) => (staffId ? staffKey(staffId) : undefined),
  ({ settings }) => (settings ? settingKey(settings) : undefined),
];

/** Does an event name anything it could be about? */
export const isAboutSomething = (of: Subject): boolean => subjects.some((each) => each(of));

function subjectKey(of: Subject) {
  const key = subjects.reduce<ReturnType<(typeof subjects)[number]>>(
    (found, each) => found ?? each(of),
    undefined,
  );
  if (!key) throw new Error('An event must be about something');
  return key;
}

export const eventKey = (of: Subject & { at: string; id: string }) => ({
  pk: subjectKey(of).pk,
  sk: `EVENT#${of.at}#${of.id}`,
});

/** Where the events of a partition from a moment on begin, and where they end. */
export const eventsFrom = (at: string) => ({ from: `EVENT#${at}`, to: 'EVENT#\uffff' });

/** Where the head of a subject's chain of events is kept: beside the subject. */
export const chainKey = (of: Subject) => {
  const { pk, sk } = subjectKey(of);
  return { pk, sk: `${sk}#CHAIN` };
};

/** The chain of whatever a record belongs to: its recommendation's, or its partition's own. */
export const chainKeyOfRecord = ({ pk, sk }: { pk: string; sk: string }) => ({
  pk,
  sk: `${/^REC#\d+/.exec(sk)?.[0] ?? pk.slice(0, pk.indexOf('#'))}#CHAIN`,
});
