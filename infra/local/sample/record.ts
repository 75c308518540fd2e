import type { DeskClient } from './desk-client.ts';
import { essex2020 } from './essex-2020.ts';

type WithId = { id: string };

/** Records the people, the case and its recommendations, as liaison staff would on the day it arrives. @returns the case's id */
export async function recordSampleCase(desk: DeskClient): Promise<string> {
  const { people } = essex2020;
  const manager = await desk.post<WithId>('/contacts', people.manager);
  const { id: chairId } = await desk.post<WithId>('/contacts', people.chair);
  const boards = new Map<string, string>();
  for (const name of essex2020.boards)
    boards.set(name, (await desk.post<WithId>('/boards', { name, chairId })).id);
  const owners = {
    training: await desk.post<WithId>('/contacts', { ...people.training, managerId: manager.id }),
    control: await desk.post<WithId>('/contacts', { ...people.control, managerId: manager.id }),
  };
  const { id } = await desk.post<WithId>('/cases', essex2020.case);
  for (const { owner, text, board } of essex2020.recommendations) {
    await desk.post(`/cases/${id}/recommendations`, {
      text,
      ownerId: owners[owner].id,
      boardId: boards.get(board),
    });
  }
  return id;
}

/** Records both responses and what they promise. */
export async function recordSampleResponses(desk: DeskClient, caseId: string): Promise<void> {
  for (const [index, { text, promise }] of essex2020.responses.entries()) {
    await desk.post(`/cases/${caseId}/recommendations/${index + 1}/response`, {
      respondedOn: essex2020.respondedOn,
      acceptance: 'accepted',
      text,
      commitments: [promise],
    });
  }
}

/** Records that both responses have been published. */
export async function recordSamplePublications(desk: DeskClient, caseId: string): Promise<void> {
  for (const index of essex2020.responses.keys()) {
    await desk.post(`/cases/${caseId}/recommendations/${index + 1}/publication`, {
      publishedOn: essex2020.publishedOn,
    });
  }
}

/** Records the update that keeps recommendation 2's promise. */
export async function recordSampleUpdate(desk: DeskClient, caseId: string): Promise<void> {
  const { recommendation, receivedOn, text } = essex2020.update;
  await desk.post(`/cases/${caseId}/recommendations/${recommendation}/promises/1/update`, {
    receivedOn,
    text,
  });
}
