import { randomUUID } from 'node:crypto';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** A "no" in the words of SES: the client shows `code` as the error's name. */
export class SesError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** `Destinations.member.1=a&Destinations.member.2=b` → `['a', 'b']` */
export function listOf(parameters: URLSearchParams, name: string): string[] {
  return membersOf(parameters, name).map((member) => parameters.get(member) ?? '');
}

/** `Tags.member.1.Name=mailId&Tags.member.1.Value=m-1` → `{ mailId: 'm-1' }` */
export function pairsOf(parameters: URLSearchParams, name: string): Record<string, string> {
  return Object.fromEntries(
    membersOf(parameters, name, '.Name').map((member) => [
      parameters.get(`${member}.Name`) ?? '',
      parameters.get(`${member}.Value`) ?? '',
    ]),
  );
}

function membersOf(parameters: URLSearchParams, name: string, field = ''): string[] {
  const members: string[] = [];
  for (let n = 1; parameters.has(`${name}.member.${n}${field}`); n++) members.push(`${name}.member.${n}`);
  return members;
}

export function resultXml(action: string, result: Record<string, string | number>): string {
  const fields = Object.entries(result).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return (
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${fields.join('')}</${action}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`
  );
}

export function errorXml({ code, message, status }: SesError): string {
  const blame = status < 500 ? 'Sender' : 'Receiver';
  return (
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${blame}</Type><Code>${escaped(code)}</Code>` +
    `<Message>${escaped(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`
  );
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
