/**
 * Verbs for what a force does about a recommendation. In the perfect and the past these tell what has been done; other
 * verbs ("has considered", "was placed") tell a story. One verb, one word here.
 */
const regular =
  'add adopt adapt address allocate amend appoint approve arrange assign attach audit award brief carry cascade change circulate clarify clear close commence commission communicate complete conclude conduct consolidate create deliver deploy design develop discharge disseminate distribute draft email embed engage enhance establish expand extend finalise finalize fix formalise formalize fund implement improve include incorporate install instigate instruct integrate introduce issue launch list mandate modify nominate overhaul pilot place post prepare present procure produce progress promote promulgate provide publicise publish purchase ratify recruit refer refine refresh reissue re-issue reinforce release relaunch remind remove replace resolve restructure revise review revamp roll schedule secure share sign simplify standardise strengthen supply task tender test trial train transfer update upgrade upload upskill';
/** Base, past, participle. */
const irregular =
  'begin:began:begun bring:brought:brought build:built:built draw:drew:drawn give:gave:given go:went:gone hold:held:held make:made:made overtake:overtook:overtaken put:put:put rewrite:rewrote:rewritten run:ran:run send:sent:sent set:set:set take:took:taken teach:taught:taught undertake:undertook:undertaken write:wrote:written';

const pasts = new Set<string>();
const participles = new Set<string>();
const progressives = new Set<string>();
const bases = new Set<string>();

for (const base of regular.split(' ')) {
  const stem = stemOf(base);
  bases.add(base);
  pasts.add(`${stem}ed`);
  participles.add(`${stem}ed`);
  progressives.add(base.endsWith('e') ? `${base.slice(0, -1)}ing` : `${stem.endsWith('i') ? base : stem}ing`);
}
for (const [base, past, participle] of irregular.split(' ').map((forms) => forms.split(':'))) {
  bases.add(base!);
  pasts.add(past!);
  participles.add(participle!);
  progressives.add(base!.endsWith('e') ? `${base!.slice(0, -1)}ing` : `${base}ing`);
}
for (const doubled of ['setting', 'putting', 'running', 'beginning']) progressives.add(doubled);

function stemOf(base: string): string {
  if (base.endsWith('e')) return base.slice(0, -1);
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}i`;
  if (base === 'embed' || base === 'refer' || base === 'transfer') return base + base.at(-1);
  return base;
}

const again = (word: string): string => (word.startsWith('re') ? word.slice(2) : word);

/** "has been amended", "we amended": it is done. */
export const isParticipleOfChange = (word: string): boolean =>
  participles.has(word) || word === 'actioned' || participles.has(again(word));
export const pastsOfChange: ReadonlySet<string> = pasts;
export const isPastOfChange = (word: string): boolean => pasts.has(word);
/** "Review the policy": what an item of an action plan begins with. */
export const isBaseOfChange = (word: string): boolean => bases.has(word) || otherBases.has(word);
/** "is being reviewed", "we are developing": under way. */
export const isProgressOfChange = (word: string): boolean =>
  progressives.has(word) || otherProgress.has(word);

const otherBases = new Set(
  'ensure consider report explore look seek monitor work discuss meet raise scope evaluate assess inform advise notify write'.split(
    ' ',
  ),
);
const otherProgress = new Set(
  'considering exploring scoping looking seeking working evaluating assessing consulting liaising finalising piloting'.split(
    ' ',
  ),
);

/** Whether a word has the look of a past participle, for verbs of every kind: "completed", "sought". */
export function looksLikeParticiple(word: string): boolean {
  return (
    (word.endsWith('ed') && word.length > 3 && word !== 'need') ||
    participles.has(word) ||
    oddParticiples.has(word)
  );
}
const oddParticiples = new Set(
  'sought shown known seen met kept led built found told read won paid sent dealt spent fed'.split(' '),
);

/** What comes of something, or goes on without anybody promising it: "the tool will help", "demand will rise". */
const effects = new Set(
  'help assist enable allow affect impact influence reduce increase decrease decline rise fall grow result lead mean see need require remain depend vary benefit improve enhance support transform continue exist involve cause prevent lessen mitigate drive aid encourage contribute focus cover include contain reflect feature form comprise consist equate represent apply give take want like appear seem become strengthen maximise minimise ensure make bring raise act serve protect hold provide set outline offer show highlight address capture determine avoid'.split(
    ' ',
  ),
);
/** For a person or a body too: what they meet with, not what they do. */
const undergone = new Set(
  'need require face experience benefit want like see struggle remain suffer recall appreciate note recognise understand know be'.split(
    ' ',
  ),
);

export const isEffect = (verb: string): boolean => effects.has(verb);
export const isUndergone = (verb: string): boolean => undergone.has(verb);
