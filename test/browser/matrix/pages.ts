import type { LivedOn } from './lived-on.ts';

/** What there is to see under an address: the page itself, or, where one is not enough, each that looks different. */
type Shown = (of: LivedOn) => string | readonly string[];

const recommendation = '/cases/:caseId/recommendations/:number';
const promise = `${recommendation}/promises/:sequence`;
const date = `${recommendation}/dates/:duty`;
const mine = '/mine/:caseId/:number';

/**
 * Every page that staff meet, by the pattern of its address: one line for each. A page that is new and not here makes the test fail. On an empty
 * tracker the ones without a name in their address are looked at as they stand here.
 */
export const pages: Record<string, Shown> = {
  '/': () => '/',
  '/attention/:group': () => ['date-proposed', 'publication'].map((group) => `/attention/${group}`),
  '/calendar': () => '/calendar',
  '/exceptions': () => ['/exceptions?kind=no-owner', '/exceptions?kind=bounced&page=9'],
  '/exceptions/:id/clear': ({ exceptionId }) => `/exceptions/${exceptionId}/clear`,
  '/cases': () => '/cases',
  '/cases/new': () => '/cases/new',
  '/cases/paste': () => '/cases/paste',
  '/cases/:caseId': ({ sampleCase, at }) => [sampleCase, caseOf(at.closed), caseOf(at['no-owner'])],
  '/cases/:caseId/amend': ({ sampleCase }) => `${sampleCase}/amend`,
  '/cases/:caseId/history': ({ at }) => `${caseOf(at['awaiting-response'])}/history`,
  '/cases/:caseId/recommendations/new': ({ sampleCase }) => `${sampleCase}/recommendations/new`,
  [recommendation]: ({ at, lapsed, updated }) => [lapsed, updated, ...Object.values(at)],
  [`${recommendation}/proof`]: ({ at, lapsed }) => [`${lapsed}/proof`, `${at.closed}/proof`],
  [`${recommendation}/response`]: ({ at }) => `${at['awaiting-response']}/response`,
  [`${recommendation}/owner`]: ({ at }) => [`${at['no-owner']}/owner`, `${at['no-date']}/owner`],
  [`${recommendation}/propose-closure`]: ({ at }) => `${at['promise-running']}/propose-closure`,
  [`${recommendation}/close`]: ({ at }) => `${at['proposed-for-closure']}/close`,
  [`${recommendation}/decline-closure`]: ({ at }) => `${at['proposed-for-closure']}/decline-closure`,
  [`${recommendation}/withdraw`]: ({ at }) => `${at['promise-running']}/withdraw`,
  [`${recommendation}/reopen`]: ({ at }) => [`${at.closed}/reopen`, `${at.withdrawn}/reopen`],
  [`${recommendation}/review-effect`]: ({ at }) => `${at.closed}/review-effect`,
  [`${recommendation}/change-acceptance`]: ({ at }) => `${at['not-accepted']}/change-acceptance`,
  [`${recommendation}/confirm-commitment`]: ({ at }) => `${at['no-date']}/confirm-commitment`,
  [`${recommendation}/extend`]: ({ at }) => `${at['awaiting-response']}/extend`,
  [`${recommendation}/pause`]: ({ at }) => `${at['awaiting-response']}/pause`,
  [`${recommendation}/resume`]: ({ at }) => `${at.paused}/resume`,
  [`${recommendation}/record-publication`]: ({ lapsed }) => `${lapsed}/record-publication`,
  [`${recommendation}/record-representations`]: ({ lapsed }) => `${lapsed}/record-representations`,
  [`${recommendation}/link`]: ({ lapsed }) => `${lapsed}/link`,
  [`${recommendation}/unlink`]: ({ at }) => `${at.closed}/unlink`,
  [`${recommendation}/amend`]: ({ lapsed }) => `${lapsed}/amend`,
  [`${recommendation}/history`]: ({ at }) => [`${at.closed}/history`, `${at['date-proposed']}/history`],
  [`${recommendation}/evidence/new`]: ({ lapsed }) => `${lapsed}/evidence/new`,
  [`${recommendation}/evidence/file`]: ({ lapsed }) => `${lapsed}/evidence/file`,
  [`${recommendation}/evidence/uploads/:id`]: ({ uploaded }) => uploaded,
  [`${promise}/update`]: ({ lapsed }) => `${lapsed}/promises/1/update`,
  [`${promise}/propose-date`]: ({ lapsed }) => `${lapsed}/promises/1/propose-date`,
  [`${promise}/decline-date`]: ({ at }) => `${at['date-proposed']}/promises/1/decline-date`,
  [`${promise}/re-plan`]: ({ lapsed, at }) => [
    `${lapsed}/promises/1/re-plan`,
    `${at['date-proposed']}/promises/1/re-plan`,
  ],
  [`${recommendation}/set-board`]: ({ at }) => `${at['promise-running']}/set-board`,
  [`${date}/hold`]: ({ lapsed }) => `${lapsed}/dates/update-1/hold`,
  [`${date}/nudge`]: ({ lapsed }) => `${lapsed}/dates/update-1/nudge`,
  [`${date}/release`]: ({ at }) => `${at['held-back']}/dates/update-1/release`,
  [`${recommendation}/reports/:report/decline-report`]: ({ reported }) => `${reported}/decline-report`,
  '/recommendations': () => [
    '/recommendations',
    '/recommendations?search=searches&owner=nobody',
    '/recommendations?search=nothing-of-the-kind',
  ],
  '/recommendations/change': () => '/recommendations/change?search=searches',
  '/tonight': () => '/tonight',
  '/contacts': () => '/contacts',
  '/contacts/new': () => '/contacts/new',
  '/contacts/:id': ({ owner, bounced, departed }) =>
    [owner, bounced, departed].map((id) => `/contacts/${id}`),
  '/contacts/:id/change': ({ owner }) => `/contacts/${owner}/change`,
  '/contacts/:id/departure': ({ owner, departed }) => [
    `/contacts/${owner}/departure`,
    `/contacts/${departed}/departure`,
  ],
  '/contacts/:id/return': ({ departed }) => `/contacts/${departed}/return`,
  '/contacts/:id/history': ({ departed }) => `/contacts/${departed}/history`,
  '/contacts/:id/everything': ({ owner, departed }) =>
    [owner, departed].map((id) => `/contacts/${id}/everything`),
  '/boards': () => '/boards',
  '/boards/new': () => '/boards/new',
  '/boards/:id': ({ boardId }) => `/boards/${boardId}`,
  '/boards/:id/paper': ({ boardId }) => [
    `/boards/${boardId}/paper`,
    `/boards/${boardId}/paper?asAt=2020-11-20`,
  ],
  '/paper': () => '/paper',
  '/boards/:id/change': ({ boardId }) => `/boards/${boardId}/change`,
  '/boards/:id/history': ({ boardId }) => `/boards/${boardId}/history`,
  '/links': () => ['/links?kind=risk&ref=1606', '/links?kind=risk&ref=none'],
  '/lists': () => '/lists',
  '/lists/:listId': ({ listId }) => `/lists/${listId}`,
  '/mails': () => ['/mails', '/mails?month=2020-11'],
  '/mails/:id': ({ mailId }) => `/mails/${mailId}`,
  '/nights': () => ['/nights', '/nights?year=2020'],
  '/nights/:id': ({ nightId }) => `/nights/${nightId}`,
  '/account': () => '/account',
  '/settings': () => '/settings',
  '/settings/sending': () => '/settings/sending',
  '/settings/sending/change': () => '/settings/sending/change',
  '/settings/wording': () => '/settings/wording',
  '/settings/wording/:part': () => '/settings/wording/update-due',
  '/settings/wording/reset': () => '/settings/wording/reset',
  '/settings/stages': () => '/settings/stages',
  '/settings/stages/change': () => '/settings/stages/change',
  '/retention': () => ['/retention', '/retention?page=2'],
  '/staff': () => '/staff',
  '/staff/new': () => '/staff/new',
  '/staff/:id/change': ({ staffId }) => `/staff/${staffId}/change`,
  '/staff/:id/end': ({ staffId }) => `/staff/${staffId}/end`,
  '/staff/:id/history': ({ staffId }) => `/staff/${staffId}/history`,
  '/sign-out': () => '/sign-out',
  '/signed-out': () => '/signed-out',
  '/api/v1/docs': () => '/api/v1/docs',
  '/api/v1/docs/:name': () => '/api/v1/docs/get-cases-caseId',
};

/** The pages of owners and the way to them, as whoever answers for most of what there is meets them. */
export const ownerPages: Record<string, Shown> = {
  '/mine/sign-in': () => ['/mine/sign-in', '/mine/sign-in?to=/mine/2019-127918/1'],
  '/mine/code': () => '/mine/code',
  '/mine/sign-out': () => '/mine/sign-out',
  '/mine': () => '/mine',
  [mine]: ({ at, lapsed }) => [
    ...[lapsed, at.closed!, at['no-date']!, at['date-proposed']!, at['held-back']!].map(mineOf),
    ...['done', 'progress', 'another-date', 'hand-over', 'not-mine', 'acknowledge', 'evidence'].map(
      (saved) => `${mineOf(at['promise-running']!)}?saved=${saved}`,
    ),
  ],
  ...Object.fromEntries(
    [
      'done',
      'progress',
      'another-date',
      'hand-over',
      'not-mine',
      'acknowledge',
      'evidence/new',
      'evidence/file',
    ].map((answer) => [
      `${mine}/${answer}`,
      ({ at }: LivedOn) => `${mineOf(at['promise-running']!)}/${answer}`,
    ]),
  ),
  [`${mine}/evidence/uploads/:id`]: ({ uploadedByOwner }) => uploadedByOwner!,
};

/** What a browser saves, is led on by, or a page is made with: no page to look at. */
export const notPages = [
  '/sign-in',
  '/signed-in',
  '/assets/:name',
  '/contacts/:id/everything.json',
  '/lists/recommendations.csv',
  '/recommendations.csv',
  '/boards/:id/paper.css',
  '/boards/:id/paper.csv',
  '/paper.css',
  '/paper.csv',
  `${recommendation}/evidence/:id`,
  `${mine}/evidence/:id`,
] as const;

/** The pattern with something in it that there is not. */
export const withUnknown = (pattern: string): string =>
  pattern.replace(/:(number|sequence)/g, '99').replace(/:\w+/g, 'unknown');

/** The same recommendation as its owner has it. */
export const mineOf = (path: string): string =>
  path.replace(/^\/cases\/([^/]+)\/recommendations/, '/mine/$1');

const caseOf = (path: string | undefined): string => path!.replace(/\/recommendations.*/, '');
