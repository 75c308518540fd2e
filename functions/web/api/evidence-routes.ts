import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { evidence, evidenceInput, fileInput } from '../../../shared/domain/evidence.ts';
import { typeByName } from '../../../shared/domain/evidence-type.ts';
import { cleanFileName } from '../../../shared/domain/file-name.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { addEvidence, addFile, mayAddTo, noSuchFile } from '../moves/add-evidence.ts';
import { type Desk, findRecommendation } from '../moves/desk.ts';

import type { Site } from '../pages/site.tsx';
import { accepts, notFound, recommendationParams, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const under = '/cases/{caseId}/recommendations/{number}';
const evidenceParams = recommendationParams.extend({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) });

const uploadForm = z.object({
  id: z.string(),
  /** The name under which it was signed, cleaned: send this one when it has arrived. */
  fileName: z.string(),
  url: z.url(),
  fields: z.record(z.string(), z.string()),
});

const routes = {
  add: createRoute({
    method: 'post',
    path: `${under}/evidence`,
    summary: 'Add a text or a link as evidence',
    request: { params: recommendationParams, ...accepts(evidenceInput) },
    responses: { 201: replies('The evidence', evidence), ...refusals },
  }),
  sign: createRoute({
    method: 'post',
    path: `${under}/evidence-uploads`,
    summary: 'Ask where to send a file: a form in parts with these fields and then the file as “file”',
    request: { params: recommendationParams, ...accepts(fileInput.pick({ fileName: true })) },
    responses: { 201: replies('The form, good for half an hour', uploadForm), ...refusals },
  }),
  received: createRoute({
    method: 'post',
    path: `${under}/evidence/{id}/received`,
    summary: 'Add the file that was sent; until then it is not evidence, and it is gone after a day',
    request: { params: evidenceParams, ...accepts(fileInput) },
    responses: { 201: replies('The evidence', evidence), ...refusals },
  }),
  download: createRoute({
    method: 'get',
    path: `${under}/evidence/{id}/file`,
    summary: 'Where the file can be fetched for a minute',
    request: { params: evidenceParams },
    responses: { 302: { description: 'The address of the file' }, ...notFound },
  }),
};

/** Evidence on a recommendation; the list of it stands in the case. */
export function evidenceRoutes({ table, files, newId }: Site, desk: Desk) {
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.add, async (c) => {
      const { caseId, number } = c.req.valid('param');
      const added = await addEvidence(desk, caseId, number, c.req.valid('json'));
      return isRefusal(added) ? (refusalReply(c, added) as never) : c.json(added, 201);
    })
    .openapi(routes.sign, async (c) => {
      const fileName = cleanFileName(c.req.valid('json').fileName);
      const place = { ...c.req.valid('param'), id: newId() };
      const type = typeByName(fileName);
      const refused = isRefusal(type) ? type : await mayAddTo(desk, place);
      if (refused) return refusalReply(c, refused) as never;
      const form = await files.signUpload(place, fileName);
      return c.json({ id: place.id, fileName, ...form }, 201);
    })
    .openapi(routes.received, async (c) => {
      const added = await addFile(desk, files, c.req.valid('param'), c.req.valid('json'));
      return isRefusal(added) ? (refusalReply(c, added) as never) : c.json(added, 201);
    })
    .openapi(routes.download, async (c) => {
      const { caseId, number, id } = c.req.valid('param');
      const found = await findRecommendation(table, caseId, number);
      if (isRefusal(found)) return refusalReply(c, found) as never;
      const file = found.entry.evidence.find((each) => each.id === id);
      if (file?.kind !== 'file') return refusalReply(c, noSuchFile) as never;
      return c.redirect(await files.signDownload(file), 302) as never;
    });
}
