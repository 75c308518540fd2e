import { inWordsWithWeekday } from '../domain/day.ts';
import { sendingInWords } from '../domain/sending.ts';
import { type Trouble, troubleInWords } from '../domain/watch.ts';
import { counted } from './night-words.ts';
import type { Section, SummaryFacts } from './summary.ts';

/** Whether it is with today's run, or with the tracker. */
export const isOfToday = (trouble: Trouble): boolean => trouble !== 'not-compared';

/** What is wrong with the runs, if anything. */
export function trouble({ trouble, today, serviceUrl }: SummaryFacts): Section[] {
  if (!trouble) return [];
  const entry = {
    title: 'What happens next',
    says: isOfToday(trouble)
      ? 'The runs at 10:10 and 14:10 take up what is left. If the next one fails too, tell whoever looks after the tracker.'
      : 'Tell whoever looks after the tracker that the weekly comparison does not take place.',
    link: `${serviceUrl}/nights`,
  };
  return [
    {
      heading: isOfToday(trouble)
        ? 'Something is wrong with today’s run'
        : 'Something is wrong with the tracker',
      sentences: [troubleInWords(trouble, today)],
      entries: [entry],
    },
  ];
}

/** To whom mail goes: in every summary while not to everyone, and once more in the week after. */
export function whoGetsMail({ sending, week, serviceUrl }: SummaryFacts): Section[] {
  const keptBack = week?.keptBack ?? 0;
  if (sending.mode === 'everyone' && keptBack === 0) return [];
  const were = counted(keptBack, 'mail was', 'mails were');
  return [
    {
      heading: 'Who gets mail',
      sentences: [
        `This tracker sends ${sendingInWords(sending)}.`,
        ...(week
          ? [
              `In the seven days to ${inWordsWithWeekday(week.last)} ${were} kept back. What is kept back is not sent later.`,
            ]
          : []),
      ],
      entries: [
        {
          title: 'Who gets mail',
          says: 'See to whom mail goes, and change it.',
          link: `${serviceUrl}/settings/sending`,
        },
      ],
    },
  ];
}
