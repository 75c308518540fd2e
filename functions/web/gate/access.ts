import type { Role } from '../../../shared/domain/staff.ts';
import { apiAccess } from './api-access.ts';

/**
 * What a request is about, and so who may see it at all:
 * - `nothing`: no record of anybody's, or a list that shows each what they may see
 * - `everything`: what cannot be shown in parts; only for who sees all bodies and boards
 * - `case`, `recommendation`, `board`, `exception`, `mail`: the one that the address names
 * - `all-of-case`: the case by its name; only for who looks after its body or all that it recommends
 * - `all-of-board`: the board, and all that is with it, of whichever body; only for who is limited to no bodies
 */
export type About =
  | 'nothing'
  | 'everything'
  | 'case'
  | 'all-of-case'
  | 'recommendation'
  | 'board'
  | 'all-of-board'
  | 'exception'
  | 'mail';

/**
 * Who may make a request: a role at least this high, that sees what it is about. `fresh`: who has signed in lately, and else does it again,
 * because it decides who gets in, or cannot be taken back.
 */
export type Access = { role: Role; about: About; fresh?: true };

export const viewer = (about: About): Access => ({ role: 'viewer', about });
export const liaison = (about: About): Access => ({ role: 'liaison', about });
export const administrator = (about: About): Access => ({ role: 'administrator', about });

const fresh = (access: Access): Access => ({ ...access, fresh: true });

/** A form, as it is shown and as it is posted. */
const form = (path: string, access: Access): Record<string, Access> => ({
  [`GET ${path}`]: access,
  [`POST ${path}`]: access,
});

const forms = (paths: readonly string[], access: Access): Record<string, Access> =>
  Object.assign({}, ...paths.map((path) => form(path, access)));

const shown = (paths: readonly string[], access: Access): Record<string, Access> =>
  Object.fromEntries(paths.map((path) => [`GET ${path}`, access]));

const of = '/cases/:caseId/recommendations/:number';

/** The names of the moves on a recommendation, as they stand at the end of its address. */
const moves = [
  'response',
  'owner',
  'propose-closure',
  'close',
  'decline-closure',
  'withdraw',
  'reopen',
  'review-effect',
  'promises/:sequence/update',
  'promises/:sequence/propose-date',
  'promises/:sequence/decline-date',
  'promises/:sequence/re-plan',
  'change-acceptance',
  'confirm-commitment',
  'extend',
  'pause',
  'resume',
  'record-publication',
  'record-representations',
  'set-board',
  'dates/:duty/hold',
  'dates/:duty/release',
  'dates/:duty/nudge',
  'reports/:report/decline-report',
  'link',
  'unlink',
  'amend',
  'evidence/new',
  'evidence/uploads/:id',
];

/** Who may make which request of the staff form. A request that has no line here is answered as an address that nobody ever had. */
export const access: Readonly<Record<string, Access>> = {
  ...shown(['/', '/attention/:group', '/calendar', '/exceptions'], viewer('nothing')),
  ...shown(['/recommendations', '/recommendations.csv', '/links', '/cases'], viewer('nothing')),
  ...form('/recommendations/change', liaison('nothing')),
  ...form('/exceptions/:id/clear', liaison('exception')),
  ...shown(['/cases/new'], liaison('nothing')),
  'POST /cases': liaison('nothing'),
  ...form('/cases/paste', liaison('nothing')),
  ...shown(['/cases/:caseId', '/cases/:caseId/history'], viewer('case')),
  ...form('/cases/:caseId/amend', liaison('all-of-case')),
  ...shown(['/cases/:caseId/recommendations/new'], liaison('case')),
  'POST /cases/:caseId/recommendations': liaison('case'),
  ...shown([of, `${of}/history`, `${of}/proof`, `${of}/evidence/:id`], viewer('recommendation')),
  ...shown([`${of}/evidence/file`], liaison('recommendation')),
  ...forms(
    moves.map((move) => `${of}/${move}`),
    liaison('recommendation'),
  ),
  ...shown(['/contacts', '/contacts/:id', '/contacts/:id/history'], viewer('nothing')),
  ...shown(['/contacts/:id/everything', '/contacts/:id/everything.json'], administrator('everything')),
  ...shown(['/contacts/new'], liaison('nothing')),
  'POST /contacts': liaison('nothing'),
  // A contact is everybody's: whoever changed an address, a deputy or a successor would read what others look after.
  ...forms(
    ['/contacts/:id/change', '/contacts/:id/departure', '/contacts/:id/return'],
    liaison('everything'),
  ),
  ...shown(['/boards', '/paper', '/paper.csv', '/paper.css'], viewer('nothing')),
  ...shown(['/boards/:id', '/boards/:id/history'], viewer('board')),
  ...shown(['/boards/:id/paper', '/boards/:id/paper.csv', '/boards/:id/paper.css'], viewer('board')),
  ...shown(['/boards/new'], liaison('everything')),
  'POST /boards': liaison('everything'),
  // Its chair reads all that is with it, and its meetings move the dates of all of it.
  ...form('/boards/:id/change', liaison('all-of-board')),
  'POST /boards/:id/meetings': liaison('all-of-board'),
  'POST /boards/:id/meetings/remove': liaison('all-of-board'),
  ...shown(['/lists', '/lists/:listId', '/lists/recommendations.csv'], liaison('everything')),
  'POST /lists': liaison('everything'),
  'POST /lists/:listId': liaison('everything'),
  ...shown(['/tonight', '/nights', '/nights/:id'], viewer('everything')),
  ...shown(['/mails'], viewer('nothing')),
  ...shown(['/mails/:id'], viewer('mail')),
  ...shown(['/settings', '/settings/stages', '/settings/wording', '/settings/sending'], viewer('nothing')),
  ...forms(['/settings/stages/change', '/settings/sending/change'], administrator('nothing')),
  ...forms(['/settings/wording/:part', '/settings/wording/reset'], administrator('nothing')),
  // Whoever removes what is of no use to anybody must see all that might need it.
  ...shown(['/retention'], administrator('everything')),
  'POST /retention': fresh(administrator('everything')),
  // Who limits others must not be limited: nobody gives more than they have.
  ...shown(['/staff', '/staff/:id/history'], administrator('everything')),
  ...shown(['/staff/new'], fresh(administrator('everything'))),
  ...forms(['/staff/:id/change', '/staff/:id/end'], fresh(administrator('everything'))),
  'POST /staff': fresh(administrator('everything')),
  'POST /staff/sign-out': fresh(administrator('everything')),
  ...shown(['/account'], viewer('nothing')),
  'POST /account/sign-out': fresh(viewer('nothing')),
  ...apiAccess,
};
