import { describe, expect, it } from 'vitest';
import { LIVE, LIVE_WITH_ENTRA, resources, serviceTemplate } from './synthesised.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, string>>;
}

const template = serviceTemplate(LIVE);
const withEntra = serviceTemplate(LIVE_WITH_ENTRA);
const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const ALL = ['Web', 'Nightly', 'Sender', 'Feedback', 'Watchdog', 'Reconcile'];

function statements(role: string, within = template): Statement[] {
  return Object.entries(resources(within, 'AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(`${role}Role`))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement as Statement[]);
}

function actions(role: string, service: string): string[] {
  const all = statements(role).flatMap((statement) => listed(statement.Action));
  return [...new Set(all.filter((action) => action.startsWith(`${service}:`)))].toSorted();
}

const TABLE = ':table/recommendation-tracker-live';

/** The table and indexes a role may reach, and the calls it may make there. */
function reach(role: string): Record<string, string[]> {
  const onTable = statements(role).filter((statement) =>
    listed(statement.Action)[0]!.startsWith('dynamodb:'),
  );
  return Object.fromEntries(
    onTable.flatMap((statement) =>
      listed(statement.Resource).map((arn) => [
        JSON.stringify(arn).match(/:table\/[^"]*/)![0],
        listed(statement.Action).map((action) => action.replace('dynamodb:', '')),
      ]),
    ),
  );
}

describe('on the table', () => {
  it('the pages read, and save what they checked, and find by the register', () => {
    expect(reach('Web')).toEqual({
      [TABLE]: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
      [`${TABLE}/index/agenda`]: ['Query'],
      [`${TABLE}/index/register`]: ['Query'],
    });
  });

  it('the nightly run reads what is due by the agenda, and all that is open by the register, and moves deadlines on', () => {
    expect(reach('Nightly')).toEqual({
      [TABLE]: ['BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem'],
      [`${TABLE}/index/agenda`]: ['Query'],
      [`${TABLE}/index/register`]: ['Query'],
    });
  });

  it('the feedback function reads by key and in one case, and marks mails and contacts', () => {
    expect(reach('Feedback')).toEqual({ [TABLE]: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'] });
  });

  it('the watchdog reads the runs of the day and what has not left, and plans the summary', () => {
    expect(reach('Watchdog')).toEqual({
      [TABLE]: ['BatchGetItem', 'GetItem', 'PutItem'],
      [`${TABLE}/index/agenda`]: ['Query'],
      [`${TABLE}/index/register`]: ['Query'],
    });
  });

  it('the reconciling reads case by case, and raises exceptions', () => {
    expect(reach('Reconcile')).toEqual({
      [TABLE]: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'],
      [`${TABLE}/index/register`]: ['Query'],
    });
  });

  it('the sender reads by key alone, and claims a mail only if what it rests on is unchanged', () => {
    expect(reach('Sender')).toEqual({
      [TABLE]: ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem'],
    });
  });

  it.each(ALL)('no function may scan or delete: %s', (name) => {
    expect(Object.values(reach(name)).flat().join()).not.toMatch(/Scan|Delete/);
  });
});

describe('nothing goes by these functions', () => {
  it('the pages may delete nothing, wherever it lies', () => {
    const all = statements('Web').flatMap(({ Action }) => listed(Action));
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((action) => /Delete|Remove|Purge/.test(action))).toEqual([]);
  });

  it.each(ALL)('%s may add to its own log, and neither change nor delete any', (name) => {
    expect(actions(name, 'logs')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    const to = statements(name).filter(({ Action }) => listed(Action)[0]!.startsWith('logs:'));
    expect(to.map(({ Resource }) => Resource)).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${name}Log`)), 'Arn'] },
    ]);
  });
});

const withoutResources = /^(xray:Put\w+|ses:GetSendQuota)$/;

describe.each(ALL)('the %s function', (name) => {
  it('uses no wildcard, except for traces and the quota of the mail account, which have no resources', () => {
    for (const statement of statements(name)) {
      expect(listed(statement.Action).join()).not.toContain('*');
      if (listed(statement.Resource).includes('*')) {
        expect(listed(statement.Action).every((action) => withoutResources.test(action))).toBe(true);
      }
    }
  });
});

describe('the files of evidence', () => {
  it('are put and read by the pages alone, in their two folders; nobody lists or deletes', () => {
    const onFiles = statements('Web').filter(({ Action }) => listed(Action)[0]!.startsWith('s3:'));
    expect(onFiles.map(({ Action }) => Action)).toEqual([
      ['s3:GetObjectTagging', 's3:PutObject'],
      's3:GetObjectVersion',
      ['s3:GetObject', 's3:PutObject'],
    ]);
    const folders = onFiles.map(({ Resource }) => JSON.stringify(Resource));
    for (const waiting of folders.slice(0, 2))
      expect(waiting).toMatch(/recommendation-tracker-live-evidence-.*\/waiting\/\*"/);
    expect(folders[2]).toMatch(/recommendation-tracker-live-evidence-.*\/kept\/\*"/);
    for (const other of ['Nightly', 'Sender', 'Feedback', 'Watchdog']) {
      expect(actions(other, 's3')).toEqual([]);
    }
  });
});

describe('a file that waits', () => {
  it('is read only in a version in which the scan for viruses found nothing', () => {
    const reads = statements('Web').filter(
      ({ Action, Resource }) =>
        listed(Action).some((action) => /^s3:GetObject(Version)?$/.test(action)) &&
        JSON.stringify(Resource).includes('/waiting/'),
    );
    expect(reads.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' } },
    ]);
  });
});

describe('a secret', () => {
  const secrets = (role: string, within: typeof template) =>
    statements(role, within).filter((statement) =>
      listed(statement.Action).some((action) => /^(secretsmanager|ssm|kms|cognito)/.test(action)),
    );

  it('is read by the pages alone, and only the one of the identity provider', () => {
    expect(secrets('Web', withEntra)).toEqual([
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: LIVE_WITH_ENTRA.identitySecretArn,
      },
    ]);
    for (const other of ALL.slice(1)) expect(secrets(other, withEntra)).toEqual([]);
  });

  it('is read by nobody where staff sign in to a pool of ours, which gives none', () => {
    for (const name of ALL) expect(secrets(name, template)).toEqual([]);
  });
});

describe('mail', () => {
  it('is sent by the sender, and codes to sign in with by the pages; by nobody else', () => {
    expect(actions('Web', 'ses')).toEqual(['ses:GetSendQuota', 'ses:SendRawEmail']);
    expect(actions('Nightly', 'ses')).toEqual(['ses:GetSendQuota']);
    expect(actions('Sender', 'ses')).toEqual(['ses:GetSendQuota', 'ses:SendRawEmail']);
    for (const other of ['Feedback', 'Watchdog', 'Reconcile']) expect(actions(other, 'ses')).toEqual([]);
  });

  it.each(['Sender', 'Web'])(
    'leaves the %s from one address, as one identity, through one configuration set',
    (name) => {
      const [send] = statements(name).filter((statement) => statement.Action === 'ses:SendRawEmail');
      expect(send!.Condition).toEqual({ StringEqualsIgnoreCase: { 'ses:FromAddress': LIVE.mailFrom } });
      const resource = listed(send!.Resource).map((arn) => JSON.stringify(arn));
      expect(resource).toHaveLength(2);
      expect(resource.join()).toMatch(/:identity\/borsetshire\.police\.uk"/);
      expect(resource.join()).toMatch(/:configuration-set\/.*MailSendingConfigurationSet/);
    },
  );

  it('is queued by the nightly run, the summary by the watchdog, and what staff ask for at once by the pages', () => {
    expect(actions('Sender', 'sqs')).not.toContain('sqs:SendMessage');
    const queuesOf = (name: string) =>
      statements(name)
        .filter((statement) => listed(statement.Action).includes('sqs:SendMessage'))
        .map((statement) => JSON.stringify(statement.Resource));
    expect(queuesOf('Web')).toEqual([expect.stringContaining('MailQueue')]);
    expect(queuesOf('Nightly')).toEqual([
      expect.stringContaining('MailQueue'),
      expect.stringContaining('ScheduleFailed'),
    ]);
    expect(queuesOf('Watchdog')).toEqual([
      expect.stringContaining('MailQueue'),
      expect.stringContaining('WatchFailed'),
    ]);
    expect(queuesOf('Reconcile')).toEqual([expect.stringContaining('WeeklyFailed')]);
  });
});

describe('the scheduler', () => {
  it('may start the nightly function and put aside what it could not start, nothing else', () => {
    const [id, role] = Object.entries(resources(template, 'AWS::IAM::Role')).find(([key]) =>
      key.startsWith('ScheduleSchedulerRole'),
    )!;
    const [policy] = role.Properties.Policies;
    const allowed = policy.PolicyDocument.Statement.map((statement: Statement) => statement.Action);
    expect(allowed).toEqual(['lambda:InvokeFunction', 'sqs:SendMessage']);
    expect(JSON.stringify(policy)).not.toContain('*');
    const added = Object.values(resources(template, 'AWS::IAM::Policy')).filter((other) =>
      JSON.stringify(other.Properties.Roles).includes(id),
    );
    expect(added).toEqual([]);
  });
});
