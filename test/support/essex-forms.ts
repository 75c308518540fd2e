import type { StaffForm } from './staff-form.ts';

/** What liaison staff type for the Essex case of September 2020. */
export const caseForm = {
  reference: '2019/127918',
  forceReference: '',
  title: 'Police response to a domestic incident',
  source: 'iopc',
  legalBasis: 'paragraph-28A',
  body: 'Essex Police',
  'madeOn-day': '29',
  'madeOn-month': '9',
  'madeOn-year': '2020',
  'publishedDueOn-day': '24',
  'publishedDueOn-month': 'Nov',
  'publishedDueOn-year': '2020',
  summary: 'Essex Police received a series of abandoned 999 calls.',
  topics: 'Domestic abuse\r\nWelfare and vulnerable people',
  linkedBodies: '',
  link: 'https://www.policeconduct.gov.uk/our-work/learning/case',
  keptPage: 'The whole page',
};

export const recommendationForm = { text: 'Essex Police should review its training.', ownerId: '' };

export const contactForm = {
  kind: 'person',
  name: 'Jane Smith',
  post: 'Head of Learning',
  email: 'jane.smith@essex.example.police.uk',
  managerId: '',
};

/** "In 4-6mths", answered on 20 November 2020. */
export const responseForm = {
  promises: '1',
  'respondedOn-day': '20',
  'respondedOn-month': '11',
  'respondedOn-year': '2020',
  text: 'We accept the recommendation in full.',
  acceptance: 'accepted',
  'promise-1-quote': 'report progress back to the IOPC in 4-6mths',
  'promise-1-kind': 'between',
  'promise-1-between-earliest': '4',
  'promise-1-between-latest': '6',
  'promise-1-between-unit': 'month',
};

export const updateForm = {
  'receivedOn-day': '19',
  'receivedOn-month': '2',
  'receivedOn-year': '2021',
  text: 'The policy was agreed on 15 February 2021.',
  more: 'no',
  promises: '1',
};

export const casePath = '/cases/2019-127918';
export const recommendationPath = `${casePath}/recommendations/1`;

/** Adds Jane Smith and says by what she is chosen. */
export async function addJane(form: StaffForm): Promise<string> {
  await form.save('/contacts', contactForm);
  const { elements } = await form.get('/contacts/new');
  const jane = elements.find(
    ({ tag, children }) => tag === 'option' && children[0] === 'Jane Smith, Head of Learning',
  );
  return jane!.attributes.value!;
}

/** Records the case with one recommendation, owned by Jane Smith, on 2 November 2020. */
export async function recordEssex(form: StaffForm): Promise<void> {
  const ownerId = await addJane(form);
  await form.save('/cases', caseForm);
  await form.save(`${casePath}/recommendations`, { ...recommendationForm, ownerId });
}
