import { expect, it } from 'vitest';
import { nothingFound, scanTag } from '../../../shared/files/virus-scan.ts';
import { recordsTemplate, resource } from './synthesised.ts';

const template = recordsTemplate();
const { Role, ...plan } = resource(template, 'AWS::GuardDuty::MalwareProtectionPlan').Properties;
const scanner = { 'Fn::GetAtt': [expect.stringMatching(/^VirusScanRole/), 'Arn'] };
const bucket = { Ref: expect.stringMatching(/^Evidence/) };

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: object };
const statementsOf = (type: string, prefix: string): Statement[] =>
  resource(template, type, prefix).Properties.PolicyDocument.Statement;
const allowed = statementsOf('AWS::IAM::Policy', 'VirusScanRole');
const actions = allowed.flatMap(({ Action }) => Action);

it('every file that waits is scanned as it arrives, and what was found is written to it as a tag', () => {
  expect(Role).toEqual(scanner);
  expect(plan).toEqual({
    ProtectedResource: { S3Bucket: { BucketName: bucket, ObjectPrefixes: ['waiting/'] } },
    Actions: { Tagging: { Status: 'ENABLED' } },
  });
  expect([scanTag, nothingFound]).toEqual(['GuardDutyMalwareScanStatus', 'NO_THREATS_FOUND']);
});

it('the bucket tells of what arrives in it, by which the scan begins', () => {
  const { NotificationConfiguration } = resource(template, 'AWS::S3::Bucket').Properties;
  expect(NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
});

it('nobody but the scan writes or removes a tag, so that what it says is its own word', () => {
  const [rule] = statementsOf('AWS::S3::BucketPolicy', 'Evidence').filter(({ Action }) =>
    [Action].flat().some((action) => action.includes('Tagging')),
  );
  expect(rule).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: [
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
      's3:DeleteObjectTagging',
      's3:DeleteObjectVersionTagging',
    ],
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': scanner } },
  });
  expect(JSON.stringify(rule!.Resource)).toContain('"/*"');
});

it('the scan is GuardDuty’s for this account alone, and may read and tag what waits; what is kept it may not touch', () => {
  const { Statement } = resource(template, 'AWS::IAM::Role', 'VirusScanRole').Properties
    .AssumeRolePolicyDocument;
  expect(Statement).toEqual([
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'malware-protection-plan.guardduty.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    },
  ]);
  const onFiles = allowed.filter(({ Action }) => [Action].flat().some((action) => action.includes('Object')));
  const places = onFiles.map(({ Resource }) => JSON.stringify(Resource));
  expect(
    places.map((place) => /"\/(waiting\/\*|malware-protection-resource-validation-object)"/.test(place)),
  ).toEqual([true, true, true]);
  expect(actions.filter((action) => /\*|Delete(?!Rule)|Acl|Policy/.test(action))).toEqual([]);
});

it('the plan is made once the role may do its work', () => {
  const { DependsOn } =
    template.toJSON().Resources[
      Object.keys(template.findResources('AWS::GuardDuty::MalwareProtectionPlan'))[0]!
    ];
  expect(DependsOn).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^VirusScanRoleDefaultPolicy/),
      expect.stringMatching(/^EvidencePolicy/),
    ]),
  );
});
