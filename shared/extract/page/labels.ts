import { printedDate } from '../printed-day.ts';

const gap = '[ \\t]{0,8}:?\\s{0,8}';
const label = (words: string, value: string) => new RegExp(`(?:${words})${gap}(${value})`, 'dgim');

const madeWords =
  'Date of (?:the )?recommendations?|Recommendations? date|Date recommended|Recommended(?: on)?|Date made';
const dueWords = 'Date response (?:is )?due|Response due(?: date| by| on)?|Response due date';

/** What a page prints beside its labels. Each pattern asks for a value of the right form, so that a word in running text is no label. */
export const labelled = {
  iopcReference: label('\\bIOPC (?:ref(?:erence)?|case)(?: number| no)?\\.?', '\\d{4}/\\d{4,8}'),
  otherReference:
    /(?:\b|(?<=[a-z]))Ref(?:erence)?(?: number| no)?\.?[ \t]{0,8}:[ \t]{0,8}((?:\d{4}\/\d{4,8})|[A-Za-z0-9][\w./-]{2,40}(?=\s|$))/dg,
  made: label(madeWords, printedDate),
  due: label(dueWords, printedDate),
  published: label('^Published(?: on)?', printedDate),
};

/** Labels that stand without a value: the page has the place and nothing in it. */
export const emptyLabels = {
  madeOn: new RegExp(`^(?:${madeWords})[ \\t]{0,8}:?[ \\t]{0,8}$`, 'gim'),
  publishedDueOn: new RegExp(`^(?:${dueWords})[ \\t]{0,8}:?[ \\t]{0,8}$`, 'gim'),
};

const furniture: readonly RegExp[] = [
  /^source\s?[·:|-]/i,
  /^view (?:on|this) .{0,60}$/i,
  /^\d{1,3} total$/i,
  /^(?:skip to|back to|return to) .{0,60}$/i,
  /^(?:home|menu|search|easy read|user bar first|this is a debugging block|investigation|share this page|print this page|print|share|contents|tags|topics|themes?):?$/i,
  /^(?:iopc (?:case )?(?:reference|ref|number)|recommendations?|published.{0,40})\s?:?$/i,
  /^https?:\/\/\S+$/i,
  /^(?:learning|our work|news)(?: ?[/>›].{0,200})?$/i,
];

const bareValue = new RegExp(`^(?:${printedDate}|\\d{4}/\\d{4,8})$`, 'i');
const bareLabel = new RegExp(`^(?:${madeWords}|${dueWords})[ \\t]{0,8}:?$`, 'i');

/** Whether a line is about the page, or a label or its value alone. */
export const isFurniture = (line: string): boolean =>
  [...furniture, bareValue, bareLabel].some((each) => each.test(line));

/** Whether a line holds something labelled, such as its reference or its dates. */
export const isLabelled = (line: string): boolean =>
  Object.values(labelled).some((each) => line.search(each) >= 0);

/** The first of these lines ends what the page says: what follows is its foot. */
export const footLines =
  /^(?:share this page|back to top|related (?:pages|content|links|recommendations)|cookies?(?: policy)?|was this page (?:useful|helpful)\??|© .{0,80}|accessibility(?: statement)?|privacy (?:policy|notice)|follow us.{0,40}|sign up .{0,60})$/i;
