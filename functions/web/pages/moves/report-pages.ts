import { inWords } from '../../../../shared/domain/day.ts';
import { reportDecline } from '../../../../shared/domain/report.ts';
import { declineReport } from '../../moves/decline-report.ts';
import { saidInWords } from '../owner-said.tsx';
import { type MovePage, onReport } from './move-page.ts';

/** What staff do about something an owner said, where they do not take it up. */
export const reportPages: readonly MovePage[] = [
  onReport(
    {
      move: 'decline-report',
      title: 'Decline what the owner said',
      intro: ({ report }) => [
        report
          ? `${inWords(report.on)}: ${saidInWords(report)}.${report.text ? ` “${report.text}”` : ''}`
          : '',
        'Everything stays as it is, and reminders go on. The owner can read the reason.',
      ],
      fields: [
        {
          kind: 'text',
          name: 'why',
          label: 'Why is it declined?',
          hint: 'The owner reads it, and it is kept in the history',
        },
      ],
      button: 'Decline',
      schema: reportDecline,
    },
    declineReport,
  ),
];
