import { Hono } from 'hono';
import { Table } from '../components/table.tsx';
import { type ApiField, type ApiRoute, routesOf } from './api-description.ts';
import { showNotFound } from './notice-page.tsx';
import { type Site, show } from './site.tsx';

const address = '/api/v1/docs';

/** Plain pages about the API, written from the document that the API makes of itself: what there is, and a page on each. */
export const apiReferencePages = (
  site: Site,
  api: { request(path: string): Response | Promise<Response> },
): Hono => {
  let known: ApiRoute[] | undefined;
  const routes = async () => {
    known ??= routesOf(await (await api.request('/openapi.json')).json());
    return known;
  };
  return new Hono()
    .get(address, async (c) =>
      show(c, site, { title: 'API', children: <Overview routes={await routes()} /> }),
    )
    .get(`${address}/:name`, async (c) => {
      const route = (await routes()).find((each) => nameOf(each) === c.req.param('name'));
      if (!route) return showNotFound(c, site);
      return show(c, site, {
        title: route.summary,
        backLink: { href: address, text: 'API' },
        children: <Route route={route} />,
      });
    });
};

/** 'post-cases-caseId-amend' */
const nameOf = ({ method, path }: ApiRoute): string =>
  [method, ...path.split(/[^a-zA-Z-]+/)].filter(Boolean).join('-');

const Overview = ({ routes }: { routes: readonly ApiRoute[] }) => (
  <>
    <h1 class="govuk-heading-l">API</h1>
    <p class="govuk-body">
      Programs can do here what people do on the pages, by the same rules. Addresses begin with{' '}
      <strong>/api/v1</strong>; what is sent and answered is JSON; days are written as 2020-11-24. Errors are
      problem details (RFC 9457) with a sentence for people and a code for programs.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/api/v1/openapi.json">
        The same as an OpenAPI document
      </a>
    </p>
    <Table
      caption="What a program can do"
      captionSize="m"
      columns={[{ text: 'What it does' }, { text: 'Request' }]}
      rows={routes.map((route) => [
        <a class="govuk-link" href={`${address}/${nameOf(route)}`}>
          {route.summary}
        </a>,
        <Request route={route} />,
      ])}
    />
  </>
);

const Request = ({ route }: { route: ApiRoute }) => (
  <Breakable text={`${route.method.toUpperCase()} /api/v1${route.path}`} />
);

/** A name or an address that may go on in the next line after a dot or a stroke, never within a word. */
const Breakable = ({ text }: { text: string }) => (
  <code class="tracker-code">
    {text.split(/(?<=[./])/).map((part, index) => (
      <>
        {index > 0 && <wbr />}
        {part}
      </>
    ))}
  </code>
);

const Route = ({ route }: { route: ApiRoute }) => (
  <>
    <h1 class="govuk-heading-l">{route.summary}</h1>
    <p class="govuk-body">
      <Request route={route} />
    </p>
    {route.asked.length > 0 && <Fields caption="What is asked" fields={route.asked} />}
    {route.answered.length > 0 && <Fields caption="What is answered" fields={route.answered} />}
  </>
);

const columns = [{ text: 'Field' }, { text: 'What it is' }, { text: 'Needed' }];

const Fields = ({ caption, fields }: { caption: string; fields: readonly ApiField[] }) => (
  <Table
    caption={caption}
    captionSize="m"
    small
    columns={columns}
    rows={fields.map(({ name, what, needed }) => [<Breakable text={name} />, what, needed ? 'Yes' : 'No'])}
  />
);
