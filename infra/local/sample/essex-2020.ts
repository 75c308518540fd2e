/**
 * The facts of one real case, in our own words, with the short promises quoted: Essex Police, September 2020 (IOPC learning
 * case 2019/127918). The page prints the day made and the published response date; it does not print the day of the response, nor
 * the day on which the responses were published: both are assumed.
 * The people are samples.
 */
export const essex2020 = {
  case: {
    reference: '2019/127918',
    title: 'Police response to a domestic incident - Essex Police, September 2020',
    summary:
      'A woman known to be at high risk of domestic abuse made abandoned 999 calls. Officers went to her partner’s address, spoke to both of them apart and left without an arrest. No checks were asked for, which would have shown an order forbidding him to contact her.',
    topics: ['Domestic abuse', 'Welfare and vulnerable people'],
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body: 'Essex Police',
    linkedBodies: ['Essex Police'],
    madeOn: '2020-09-29',
    publishedDueOn: '2020-11-24',
  },
  people: {
    manager: { name: 'Sample Manager', post: 'Assistant Chief Constable', email: 'manager@sample.example' },
    chair: {
      name: 'Sample Chair',
      post: 'Chair, Domestic Abuse Strategic Oversight board',
      email: 'chair@sample.example',
    },
    training: {
      name: 'Sample Training Lead',
      post: 'Head of Domestic Abuse Training',
      email: 'training.lead@sample.example',
    },
    control: {
      name: 'Sample Control Room Lead',
      post: 'Head of Force Control Room',
      email: 'control.room@sample.example',
    },
  },
  boards: ['Domestic Abuse Strategic Oversight board', 'Learning the Lessons board'],
  recommendations: [
    {
      owner: 'training',
      text: 'Review the quality and effectiveness of initial and refresher domestic abuse training for frontline officers: checks on the people involved, positive action, and full risk assessment with safeguarding.',
      board: 'Domestic Abuse Strategic Oversight board',
    },
    {
      owner: 'control',
      text: 'Consider formalising the process for abandoned 999 calls: who updates the incident, which checks are made and by whom, and how to call back without putting a victim at further risk.',
      board: 'Learning the Lessons board',
    },
  ],
  respondedOn: '2020-11-20',
  publishedOn: '2020-11-27',
  responses: [
    {
      text: 'Accepted in full. Presented to the Learning the Lessons board and allocated to the Domestic Abuse Strategic Oversight board. The training will be reviewed, and any revised training then implemented.',
      promise: {
        quote: 'The intention of Essex Police will be to report progress back to the IOPC in 4-6mths.',
        promise: { kind: 'between', earliest: 4, latest: 6, unit: 'month' },
      },
    },
    {
      text: 'Accepted in full. The force will review whether the guidance fits an existing policy or needs a new one, and make the change known, above all in the Force Control Room.',
      promise: {
        quote: 'It is our intention to update you with the new/amended policy within 3 months.',
        promise: { kind: 'within', latest: 3, unit: 'month' },
      },
    },
  ],
  update: {
    recommendation: 2,
    receivedOn: '2021-02-15',
    text: 'The amended policy on abandoned 999 calls was sent to the IOPC.',
  },
  until: '2021-09-30',
} as const;
