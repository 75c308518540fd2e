import type { SentOnce } from '../../../shared/domain/once.ts';
import { recommendationHref } from './names.ts';

/** The page of what a move was about, as its event names it. */
export function subjectHref({ caseId, number, contactId, boardId, staffId, settings }: SentOnce): string {
  if (caseId) return number ? recommendationHref({ caseId, number }) : `/cases/${caseId}`;
  if (contactId) return `/contacts/${contactId}`;
  if (boardId) return `/boards/${boardId}`;
  if (staffId) return '/staff';
  return settings ? `/settings/${settings}` : '/';
}
