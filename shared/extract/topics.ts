/** The topics under which the IOPC files its recommendations. A page that was pasted may have run several of them together. */
const knownTopics = [
  'Abuse of power for a sexual purpose',
  'Call handling',
  'Child protection',
  'Complaints handling',
  'Corruption and abuse of power',
  'Custody and detention',
  'Data protection',
  'Death and serious injury',
  'Discrimination',
  'Domestic abuse',
  'Firearms',
  'Hate crime',
  'Information and intelligence',
  'Mental health',
  'Missing persons',
  'National Recommendations',
  'Near miss',
  'Roads policing',
  'Road traffic incidents',
  'Sexual offences',
  'Stop and search',
  'Taser',
  'Use of force and armed policing',
  'Use of force',
  'Violence against women and girls',
  'Welfare and vulnerable people',
  'Young people',
];

const longestFirst = [...knownTopics].sort((a, b) => b.length - a.length);

/** A tag and where it stands in its line. */
type Tag = { value: string; start: number; end: number };

/**
 * The topics, and a body after them, in a line that holds nothing else, with or without anything between them; undefined where it holds
 * anything else.
 *
 * @example 'Domestic abuse Welfare and vulnerable people' → the two topics, at 0 and 15
 */
export function tagsIn(line: string): { topics: Tag[]; bodies: Tag[] } | undefined {
  const topics: Tag[] = [];
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at, at + 80).toLowerCase();
    const topic = longestFirst.find((each) => rest.startsWith(each.toLowerCase()));
    if (topic) {
      topics.push({ value: line.slice(at, at + topic.length), start: at, end: at + topic.length });
      at += topic.length;
    } else if (/[\s,;|•·]/.test(line.charAt(at))) at++;
    else break;
  }
  const rest = line.slice(at);
  if (rest === '') return topics.length > 0 ? { topics, bodies: [] } : undefined;
  if (rest.length > 60 || rest.includes(' - ') || !isBody(rest)) return undefined;
  return { topics, bodies: [{ value: rest, start: at, end: line.length }] };
}

/** Whether a tag names a body and not a topic: 'Gwent Police', 'British Transport Police', 'College of Policing'. */
export const isBody = (tag: string): boolean =>
  /\b(?:police|constabulary|police service|college of policing|council|home office|commissioner|authority|agency)$/i.test(
    tag.trim(),
  );
