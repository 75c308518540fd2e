import { Hono } from 'hono';
import { Details } from '../components/details.tsx';
import { Table } from '../components/table.tsx';
import { type ApiField, type ApiRoute, routesOf } from './api-description.ts';
import { type Site, show } from './site.tsx';

/** A plain page about the API, written from the document that the API makes of itself. */
export const apiReferencePages = (
  site: Site,
  api: { request(path: string): Response | Promise<Response> },
): Hono =>
  new Hono().get('/api/v1/docs', async (c) => {
    const routes = routesOf(await (await api.request('/openapi.json')).json());
    return show(c, site, {
      title: 'API',
      children: (
        <>
          <h1 class="govuk-heading-l">API</h1>
          <p class="govuk-body">
            Programs can do here what people do on the pages, by the same rules. Addresses begin with{' '}
            <strong>/api/v1</strong>; what is sent and answered is JSON; days are written as 2020-11-24.
            Errors are problem details (RFC 9457) with a sentence for people and a code for programs.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="/api/v1/openapi.json">
              The same as an OpenAPI document
            </a>
          </p>
          {routes.map((route) => (
            <Route route={route} />
          ))}
        </>
      ),
    });
  });

const Route = ({ route }: { route: ApiRoute }) => (
  <section>
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{route.summary}</h2>
    <p class="govuk-body">
      <code class="tracker-code">{`${route.method.toUpperCase()} /api/v1${route.path}`}</code>
    </p>
    {route.asked.length > 0 && <Fields caption="What is asked" fields={route.asked} />}
    {route.answered.length > 0 && (
      <Details summary="What is answered">
        <Fields caption="What is answered" fields={route.answered} />
      </Details>
    )}
  </section>
);

const columns = [{ text: 'Field' }, { text: 'What it is' }, { text: 'Needed' }];

const Fields = ({ caption, fields }: { caption: string; fields: readonly ApiField[] }) => (
  <Table
    caption={caption}
    captionHidden
    small
    columns={columns}
    rows={fields.map(({ name, what, needed }) => [
      <code class="tracker-code">{name}</code>,
      what,
      needed ? 'Yes' : 'No',
    ])}
  />
);
