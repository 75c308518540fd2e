import { Hono } from 'hono';
import { createApi } from './api/api.ts';
import { accessRules } from './gate/access-rules.ts';
import { formOnce } from './gate/form-once.ts';
import { formToken } from './gate/form-token.ts';
import { changedBy, limitRequests } from './gate/limits.ts';
import type { StaffPerson } from './gate/person.ts';
import { addContactPages } from './pages/add-contact.tsx';
import { addEvidencePages } from './pages/add-evidence.tsx';
import { amendCasePages } from './pages/amend-case.tsx';
import { apiReferencePages } from './pages/api-reference.tsx';
import { boardPages } from './pages/board.tsx';
import { boardFormPages } from './pages/board-form.tsx';
import { boardPaperPages } from './pages/board-paper/paper-pages.ts';
import { boardsPages } from './pages/boards.tsx';
import { calendarPages } from './pages/calendar/calendar.tsx';
import { casePages } from './pages/case.tsx';
import { casesPages } from './pages/cases.tsx';
import { changeContactPages } from './pages/change-contact.tsx';
import { changeSendingPages } from './pages/change-sending.tsx';
import { changeStagesPages } from './pages/change-stages.tsx';
import { changeWordingPages } from './pages/change-wording.tsx';
import { checkFilePages } from './pages/check-file.tsx';
import { chooseFilePages } from './pages/choose-file.tsx';
import { clearExceptionPages } from './pages/clear-exception.tsx';
import { contactPages } from './pages/contact.tsx';
import { contactsPages } from './pages/contacts.tsx';
import { everythingPages } from './pages/everything.tsx';
import { evidenceFilePages } from './pages/evidence-list.tsx';
import { exceptionsOfKindPages } from './pages/exceptions-of-kind.tsx';
import { allOfGroupPages } from './pages/home/all-of-group.tsx';
import { homePages } from './pages/home/home.tsx';
import { linksPages } from './pages/links.tsx';
import { listPages } from './pages/lists/list.tsx';
import { listsPages } from './pages/lists/lists.tsx';
import { mailPages } from './pages/mail.tsx';
import { mailsPages } from './pages/mails.tsx';
import { movePages } from './pages/moves/move-pages.tsx';
import { nightPages } from './pages/night.tsx';
import { nightsPages } from './pages/nights.tsx';
import { showNotFound } from './pages/notice-page.tsx';
import { nudgePages } from './pages/nudge.tsx';
import { pasteCasePages } from './pages/paste-case.tsx';
import { proofPages } from './pages/proof/proof.tsx';
import { reassignOwnerPages } from './pages/reassign-owner.tsx';
import { recommendationPages } from './pages/recommendation.tsx';
import { listAsCsvPages } from './pages/recommendations/list-as-csv.ts';
import { recommendationsPages } from './pages/recommendations/recommendations.tsx';
import { changeSeveralPages } from './pages/recommendations/several/change-several.tsx';
import { recordCasePages } from './pages/record-case.tsx';
import { recordDeparturePages } from './pages/record-departure.tsx';
import { recordRecommendationPages } from './pages/record-recommendation.tsx';
import { recordResponsePages } from './pages/record-response.tsx';
import { recordReturnPages } from './pages/record-return.tsx';
import { recordUpdatePages } from './pages/record-update.tsx';
import { resetWordingPages } from './pages/reset-wording.tsx';
import { retentionPages } from './pages/retention/retention.tsx';
import { sendingPages } from './pages/sending.tsx';
import { settingsPages } from './pages/settings.tsx';
import { type Front, siteOf } from './pages/site.tsx';
import { addStaffPages } from './pages/staff/add-staff.tsx';
import { changeStaffPages } from './pages/staff/change-staff.tsx';
import { endStaffPages } from './pages/staff/end-staff.tsx';
import { staffPages } from './pages/staff/staff.tsx';
import { stagesPages } from './pages/stages.tsx';
import { historyPages } from './pages/subject-history.tsx';
import { subjectHref } from './pages/subject-href.ts';
import { tonightPages } from './pages/tonight.tsx';
import { twoAtOnce } from './pages/two-at-once.tsx';
import { answerError, answerWrong, isApi } from './pages/went-wrong.tsx';
import { wordingPages } from './pages/wording.tsx';
import { yourSignInsPages } from './pages/your-sign-ins.tsx';

/** Every page in the order it is asked for; a fixed address ('/cases/new') stands before the one with a name in its place. */
const pages = [
  homePages,
  allOfGroupPages,
  calendarPages,
  clearExceptionPages,
  exceptionsOfKindPages,
  recommendationsPages,
  listAsCsvPages,
  changeSeveralPages,
  recordCasePages,
  pasteCasePages,
  casesPages,
  amendCasePages,
  recordRecommendationPages,
  recordResponsePages,
  recordUpdatePages,
  reassignOwnerPages,
  movePages,
  nudgePages,
  historyPages,
  addEvidencePages,
  chooseFilePages,
  checkFilePages,
  evidenceFilePages,
  proofPages,
  recommendationPages,
  casePages,
  addContactPages,
  changeContactPages,
  recordDeparturePages,
  recordReturnPages,
  everythingPages,
  contactPages,
  contactsPages,
  boardFormPages,
  boardPaperPages,
  boardPages,
  boardsPages,
  linksPages,
  listsPages,
  listPages,
  tonightPages,
  mailsPages,
  mailPages,
  nightsPages,
  nightPages,
  settingsPages,
  stagesPages,
  changeStagesPages,
  wordingPages,
  resetWordingPages,
  changeWordingPages,
  sendingPages,
  changeSendingPages,
  retentionPages,
  yourSignInsPages,
  addStaffPages,
  changeStaffPages,
  endStaffPages,
  staffPages,
];

/** The staff form and the API, as one of the staff meets them. */
export function createStaffApp(front: Front, person: StaffPerson): Hono {
  const site = siteOf(front, person);
  const api = createApi(site, site.desk);
  const app: Hono = new Hono()
    .use(accessRules(site, (request, c) => app.fetch(request, c.env)))
    .use(limitRequests(front, 'session', () => person.sessionId))
    .use(formToken(site))
    .use(limitRequests(front, 'recommendation', changedBy))
    .use(formOnce(site, subjectHref))
    .route('/', twoAtOnce(site))
    .route('/', apiReferencePages(site, api))
    .route('/api/v1', api);
  for (const each of pages) app.route('/', each(site));
  app.notFound((c) => (isApi(c) ? answerWrong(c, site, 'not-found') : showNotFound(c, site)));
  app.onError((error, c) => answerError(c, site, error));
  return app;
}
