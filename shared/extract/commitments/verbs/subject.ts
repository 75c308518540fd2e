import type { Token } from '../text/tokens.ts';

/**
 * Who or what a verb is said of. 'body' can promise (we, the force, a named post); 'law' and 'trend' only forecast; 'flow' is
 * the work that comes in (calls, complaints), of which a time is a standard; 'relative' hangs on another clause; 'thing' is all else.
 */
export type Subject = 'body' | 'law' | 'trend' | 'flow' | 'person' | 'relative' | 'there' | 'thing' | 'empty';

const table: Readonly<Record<'body' | 'law' | 'trend' | 'flow' | 'person', string>> = {
  body: 'we i force forces police constabulary constable service services mps gmp wyp msp btp psni iopc hmicfrs hmic npcc college cps psd department departments directorate command commands team teams board boards panel committee unit units office commissioner pcc pfcc mopac superintendent supt inspector insp lead leads head heads chief government ministry council trust nhs england hospital nhse working group colleagues hq professional standards l&d lpa ourselves they organisation organisations authority division branch agency partnership federation secretary director manager deputy',
  law: 'bill act legislation law laws reform reforms regulations regulation statute code amendment government',
  trend:
    'time wait turnaround average duration delay delays risk risks efficiencies demand crime crimes offences number numbers rate rates proportion percentage volume volumes population pressure pressures cost costs workload trend trends figure figures data resourcing increase decrease reduction backlog caseloads',
  flow: 'call calls complaint complaints report allegation allegations incident incidents request requests referral referrals case cases log logs appeal appeals detainee detainees patient patients victim victims caller callers prisoner prisoners member public custody-records',
  person:
    'he she gp dso cdo man woman officer officers sergeant pc dc nurse paramedic ambulance suspect handler handlers dispatcher driver supervisor supervisors perpetrator',
};

const classes = new Map<string, keyof typeof table>();
for (const kind of ['body', 'law', 'trend', 'flow', 'person'] as const) {
  for (const word of table[kind].split(' ')) if (!classes.has(word)) classes.set(word, kind);
}
/** Written in capitals, but no body that could promise. */
const things = new Set(
  'sop sops cctv bwv dash pnc pnd app cad it ict anpr cpd ncalt ligature dvpn dvpo form rag aide'.split(' '),
);
const reliefs = new Set(['which', 'who', 'whom', 'whose']);
const prepositions = new Set([
  'of',
  'for',
  'in',
  'on',
  'to',
  'with',
  'by',
  'from',
  'at',
  'about',
  'regarding',
  'within',
  'into',
  'across',
  'around',
  'between',
  'concerning',
  'relating',
  'through',
  'under',
  'via',
]);
const asides = new Set([
  'also',
  'now',
  'already',
  'then',
  'subsequently',
  'recently',
  'therefore',
  'has',
  'have',
]);
const quantifiers = new Set(['all', 'each', 'every', 'any']);

/** The subject that ends where a verb begins; `from` is where its clause begins. */
export function subjectOf(tokens: readonly Token[], from: number, verb: number): Subject {
  const last = tokens[verb - 1]?.word ?? '';
  if (verb > from && (reliefs.has(last) || (last === 'that' && verb - 1 > 0))) return 'relative';
  const near = asides.has(last) ? (tokens[verb - 2]?.word ?? '') : last;
  if (verb > from && ['we', 'i', 'they'].includes(near)) return 'body';
  let head: Subject = 'empty';
  let every = false;
  for (let at = from; at < verb; at += 1) {
    const { word, kind } = tokens[at]!;
    if (word === 'there') return 'there';
    // What follows a preposition only describes: "the number of officers" is a number.
    if (prepositions.has(word) && head !== 'empty') break;
    if (kind !== 'word') continue;
    if (quantifiers.has(word)) every = true;
    if (asides.has(word)) continue;
    head = classes.get(word) ?? (tokens[at]!.acronym && !things.has(word) ? 'body' : 'thing');
    if (word === 'we' || word === 'i' || word === 'they') return 'body';
  }
  if (head === 'flow' && !every && !(tokens[verb - 1]?.word.endsWith('s') ?? false)) return 'thing';
  return head;
}
