import type { Access } from './access.ts';

const api = '/api/v1';
const of = `${api}/cases/:caseId/recommendations/:number`;

const line = (
  role: Access['role'],
  about: Access['about'],
  requests: readonly string[],
): Record<string, Access> => Object.fromEntries(requests.map((request) => [request, { role, about }]));

/** Who may make which request of the API: the same as on the pages. */
export const apiAccess: Readonly<Record<string, Access>> = {
  ...line('viewer', 'nothing', [
    `GET ${api}/docs`,
    `GET ${api}/docs/:name`,
    `GET ${api}/openapi.json`,
    `GET ${api}/cases`,
    `GET ${api}/recommendations`,
    `GET ${api}/attention`,
    `GET ${api}/links`,
    `GET ${api}/exceptions`,
    `GET ${api}/contacts`,
    `GET ${api}/contacts/:id`,
    `GET ${api}/boards`,
    `GET ${api}/mails`,
    `GET ${api}/stage-plan`,
  ]),
  ...line('viewer', 'everything', [`GET ${api}/nights`]),
  ...line('viewer', 'case', [`GET ${api}/cases/:caseId`]),
  ...line('viewer', 'board', [`GET ${api}/boards/:id`]),
  ...line('viewer', 'recommendation', [`GET ${of}/evidence/:id/file`]),
  ...line('liaison', 'nothing', [`POST ${api}/cases`, `POST ${api}/contacts`]),
  ...line('liaison', 'everything', [
    `POST ${api}/contacts/:id/change`,
    `POST ${api}/contacts/:id/departure`,
    `POST ${api}/contacts/:id/return`,
    `POST ${api}/boards`,
    `POST ${api}/cases/:caseId/recommendations/for-several-bodies`,
  ]),
  ...line('liaison', 'case', [`POST ${api}/cases/:caseId/recommendations`]),
  ...line('liaison', 'all-of-case', [`POST ${api}/cases/:caseId/amend`]),
  ...line('liaison', 'all-of-board', [
    `POST ${api}/boards/:id/change`,
    `POST ${api}/boards/:id/meetings`,
    `POST ${api}/boards/:id/meetings/remove`,
  ]),
  ...line('liaison', 'exception', [`POST ${api}/exceptions/:id/clear`]),
  ...line(
    'liaison',
    'recommendation',
    [
      ...['owner', 'response', 'promises/:sequence/update', 'extension', 'pause', 'resume', 'publication'],
      ...[
        'representations',
        'promises',
        'promises/:sequence/proposal',
        'promises/:sequence/proposal/decline',
      ],
      ...['promises/:sequence/date', 'evidence', 'evidence-uploads', 'evidence/:id/received', 'acceptance'],
      ...['board', 'closure', 'closure/decline', 'close', 'reopen', 'withdraw', 'effect-reviews', 'amend'],
      ...['links', 'links/remove', 'dates/:duty/hold', 'dates/:duty/release', 'dates/:duty/nudge'],
      'reports/:report/decline',
    ].map((move) => `POST ${of}/${move}`),
  ),
  ...line('administrator', 'nothing', [`PUT ${api}/stage-plan`, `POST ${api}/stage-plan/preview`]),
};
