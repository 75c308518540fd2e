/** The parts of an OpenAPI document that the page about the API shows. */
type Schema = {
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
};
type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content;
  responses?: Record<string, Content>;
};
type OpenApi = { paths: Record<string, Record<string, Operation>> };

/** One field of what is asked or answered: `name` as a path ('commitments[].quote'), `what` in words. */
export type ApiField = { name: string; what: string; needed: boolean };

export type ApiRoute = {
  method: string;
  path: string;
  summary: string;
  asked: ApiField[];
  answered: ApiField[];
};

/** The routes of an API from its own description, in the order it lists them. */
export const routesOf = (description: unknown): ApiRoute[] =>
  Object.entries((description as OpenApi).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method,
      path,
      summary: operation.summary ?? path,
      asked: [
        ...(operation.parameters ?? []).map(parameterField),
        ...fieldsOf(schemaIn(operation.requestBody)),
      ],
      answered: fieldsOf(
        schemaIn(Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]),
      ),
    })),
  );

const schemaIn = (content: Content | undefined): Schema | undefined =>
  content?.content?.['application/json']?.schema;

const places: Record<string, string> = { path: 'in the address', query: 'after the question mark' };

const parameterField = (each: NonNullable<Operation['parameters']>[number]): ApiField => ({
  name: each.name,
  what: `${inWords(each.schema ?? {})}, ${places[each.in] ?? each.in}`,
  needed: each.required ?? false,
});

/** The fields of an object and of the objects inside it; where a field has several shapes, the fields of each. */
function fieldsOf(schema: Schema | undefined, before = ''): ApiField[] {
  if (!schema) return [];
  const shapes = schema.oneOf ?? schema.anyOf;
  if (shapes)
    return merged(
      shapes.flatMap((shape) => fieldsOf(shape, before)),
      shapes.length,
    );
  if (schema.items) return fieldsOf(schema.items, `${before}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = before ? `${before}.${key}` : key;
    const field = {
      name,
      what: dateWords(key, value) ?? inWords(value),
      needed: schema.required?.includes(key) ?? false,
    };
    return [field, ...fieldsOf(value, name)];
  });
}

/** A field that several shapes have is listed once, with all it can be; it is needed only where every shape needs it. */
function merged(fields: readonly ApiField[], shapes: number): ApiField[] {
  return [...Map.groupBy(fields, ({ name }) => name)].map(([name, same]) => ({
    name,
    what: [...new Set(same.map(({ what }) => what))].join(', '),
    needed: same.length === shapes && same.every(({ needed }) => needed),
  }));
}

/** A day or a moment is text to a schema; its name says which (a day ends in On, a moment in At). */
function dateWords(name: string, { type, enum: values }: Schema): string | undefined {
  if (values || ![type].flat().includes('string')) return undefined;
  if (name.endsWith('On')) return 'date, such as 2020-11-24';
  return name.endsWith('At') ? 'moment in UTC' : undefined;
}

const words: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  array: 'list',
  object: 'object',
  null: 'null',
};

function inWords({ type, enum: values, oneOf, anyOf }: Schema): string {
  if (values) return values.map(String).join(', ');
  if (oneOf ?? anyOf) return 'one of several shapes';
  return [type ?? 'object']
    .flat()
    .map((each) => words[each] ?? each)
    .join(' or ');
}
