import { describe, expect, it } from 'vitest';
import { type Given, givenIn, staffPoolNames, stageFrom } from '../../../infra/aws/stages.ts';
import { emptyBundles, LIVE, serviceTemplate } from './synthesised.ts';

const given =
  (values: Record<string, string>): Given =>
  (name) =>
    values[name];

describe('a stage', () => {
  it('is dev unless another is named, and dev needs nothing', () => {
    expect(stageFrom(given({}))).toMatchObject({
      name: 'dev',
      mailFrom: 'reminders@example.org',
      tableName: 'recommendation-tracker-dev',
      paused: false,
    });
  });

  it('called live says what it misses rather than mail in the wrong name', () => {
    const { stage, mailFrom } = LIVE;
    expect(() => stageFrom(given({ stage, mailFrom }))).toThrow(
      'The live stage needs -c organisation=… -c liaisonEmail=… -c alarmEmail=… -c administrators=….',
    );
    expect(stageFrom(given(LIVE)).organisation).toBe('Borsetshire Police');
  });

  it('sends as the domain of its address, unless the address itself is the verified identity', () => {
    expect(stageFrom(given(LIVE)).mailIdentity).toBe('borsetshire.police.uk');
    expect(stageFrom(given({ ...LIVE, mailIdentity: LIVE.mailFrom })).mailIdentity).toBe(LIVE.mailFrom);
  });

  it('refuses a sender that is no address', () => {
    expect(() => stageFrom(given({ mailFrom: 'reminders' }))).toThrow("'reminders' is not an address");
  });

  it('writes to liaison staff at the address given, or else where owners reply to', () => {
    expect(stageFrom(given(LIVE)).liaisonEmail).toBe('liaison@borsetshire.police.uk');
    expect(stageFrom(given({ mailFrom: 'reminders@force.example' })).liaisonEmail).toBe(
      'reminders@force.example',
    );
    expect(() => stageFrom(given({ ...LIVE, liaisonEmail: 'the team' }))).toThrow(
      "'the team' is not an address",
    );
  });

  it('sends to nobody on dev and to everyone on live, unless told otherwise; words that say nothing are refused', () => {
    expect(stageFrom(given({})).sendTo).toBe('nobody');
    expect(stageFrom(given(LIVE)).sendTo).toBe('everyone');
    const sendTo = 'anna@force.example, trial.example';
    expect(stageFrom(given({ sendTo })).sendTo).toBe(sendTo);
    expect(() => stageFrom(given({ sendTo: 'some' }))).toThrow("'some' does not say to whom mail may go.");
  });

  it('takes the addresses of its first administrators, and says which of them is none', () => {
    const administrators = 'jo.archer@force.example, kim.brook@force.example';
    expect(stageFrom(given({ administrators })).administrators).toBe(administrators);
    expect(stageFrom(given({})).administrators).toBe('');
    expect(() => stageFrom(given({ administrators: 'jo.archer@force.example, kim' }))).toThrow(
      "'kim' among the administrators is not an address.",
    );
  });

  it('that does not exist is refused by name', () => {
    expect(() => stageFrom(given({ stage: 'prod' }))).toThrow(
      "There is no stage 'prod'. Give -c stage=dev or live.",
    );
  });

  it('keeps its own table and its own staff: dev and live never share records', () => {
    expect(stageFrom(given({})).tableName).not.toBe(stageFrom(given(LIVE)).tableName);
    expect(staffPoolNames('dev').parameterName).not.toBe(staffPoolNames('live').parameterName);
  });
});

describe('a value kept in cdk.context.json', () => {
  const { stage, ...kept } = LIVE;
  const context =
    (values: Record<string, unknown>) =>
    (name: string): unknown =>
      ({ live: { ...kept, paused: true }, ...values })[name];

  it('is used for its own stage and no other', () => {
    expect(stageFrom(givenIn(context({ stage })))).toMatchObject({ mailFrom: LIVE.mailFrom, paused: true });
    expect(stageFrom(givenIn(context({})))).toMatchObject({
      mailFrom: 'reminders@example.org',
      paused: false,
    });
  });

  it('gives way to one given on the command line', () => {
    const given = givenIn(context({ stage, mailFrom: 'learning@borsetshire.police.uk', paused: 'false' }));
    expect(stageFrom(given)).toMatchObject({ mailFrom: 'learning@borsetshire.police.uk', paused: false });
  });
});

it('a function that is not bundled stops the deployment with one sentence', () => {
  expect(() => serviceTemplate(LIVE, emptyBundles(['web', 'sender']))).toThrow(
    "The nightly function is not bundled yet: run 'npm run build' first.",
  );
});
