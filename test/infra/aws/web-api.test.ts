import { describe, expect, it } from 'vitest';
import { LIVE, resource, resources, serviceTemplate } from './synthesised.ts';

const template = serviceTemplate(LIVE);
const stageOf = (of: typeof template) => resource(of, 'AWS::ApiGatewayV2::Stage').Properties;

describe('the door', () => {
  it('is open to every browser, as one route to the pages: the application refuses who is not signed in', () => {
    const routes = Object.values(resources(template, 'AWS::ApiGatewayV2::Route'));
    expect(routes.map((route) => [route.Properties.RouteKey, route.Properties.AuthorizationType])).toEqual([
      ['$default', 'NONE'],
    ]);
    expect(resources(template, 'AWS::ApiGatewayV2::Authorizer')).toEqual({});
  });

  it('is the only one: no function has an address of its own', () => {
    expect(resources(template, 'AWS::Lambda::Url')).toEqual({});
    expect(Object.keys(resources(template, 'AWS::ApiGatewayV2::Api'))).toHaveLength(1);
    const called = Object.values(resources(template, 'AWS::Lambda::Permission')).filter(
      ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
    );
    expect(called.map(({ Properties }) => JSON.stringify(Properties.FunctionName))).toEqual([
      expect.stringContaining('WebFunction'),
    ]);
  });

  it('lets no page of another site read it: it answers no question about origins', () => {
    const { Properties } = resource(template, 'AWS::ApiGatewayV2::Api');
    expect(Properties.CorsConfiguration).toBeUndefined();
  });

  it('answers 429 rather than fall over, or run up a bill, on every stage', () => {
    expect(stageOf(template).DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
    expect(stageOf(serviceTemplate({})).DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 10,
      ThrottlingBurstLimit: 20,
    });
    expect(stageOf(template).RouteSettings).toBeUndefined();
  });

  it('logs nothing that says who looked at what', () => {
    const { Format } = stageOf(template).AccessLogSettings;
    expect(Format).toContain('$context.status');
    expect(Format).not.toMatch(/identity|authorizer|sourceIp|userAgent|\.path|querystring/i);
  });
});

describe('an address of its own', () => {
  const given = {
    ...LIVE,
    serviceUrl: 'https://tracker.borsetshire.police.uk/',
    certificateArn: 'arn:aws:acm:eu-west-2:111122223333:certificate/tracker',
  };
  const named = serviceTemplate(given);

  it('is answered over TLS 1.2 at least, with the certificate given', () => {
    const { Properties } = resource(named, 'AWS::ApiGatewayV2::DomainName');
    expect(Properties.DomainName).toBe('tracker.borsetshire.police.uk');
    expect(Properties.DomainNameConfigurations).toEqual([
      expect.objectContaining({ CertificateArn: given.certificateArn, SecurityPolicy: 'TLS_1_2' }),
    ]);
    expect(Object.keys(resources(named, 'AWS::ApiGatewayV2::ApiMapping'))).toHaveLength(1);
  });

  it('is then the only one at which anything answers', () => {
    expect(resource(named, 'AWS::ApiGatewayV2::Api').Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(resource(template, 'AWS::ApiGatewayV2::Api').Properties.DisableExecuteApiEndpoint).toBe(false);
  });

  it('is the one in mails and for signing in, without a stroke at its end', () => {
    const { Variables } = resource(named, 'AWS::Lambda::Function', 'Web').Properties.Environment;
    expect(Variables.SERVICE_URL).toBe('https://tracker.borsetshire.police.uk');
    const { CallbackURLs } = resource(named, 'AWS::Cognito::UserPoolClient').Properties;
    expect(CallbackURLs).toEqual(['https://tracker.borsetshire.police.uk/signed-in']);
  });

  it('without a certificate is answered by something else of the organisation, which comes to the address of the API', () => {
    const { certificateArn, ...elsewhere } = given;
    const there = serviceTemplate(elsewhere);
    expect(resources(there, 'AWS::ApiGatewayV2::DomainName')).toEqual({});
    expect(resource(there, 'AWS::ApiGatewayV2::Api').Properties.DisableExecuteApiEndpoint).toBe(false);
  });

  it.each([
    'http://tracker.example',
    'https://tracker.example/pages',
    'https://a:b@tracker.example',
    'tracker',
  ])('is no %s', (serviceUrl) => {
    expect(() => serviceTemplate({ ...LIVE, serviceUrl })).toThrow(
      `'${serviceUrl}' is not an address of the service: give https:// and a host, nothing more.`,
    );
  });

  it('is missed where only its certificate is given', () => {
    const { certificateArn } = given;
    expect(() => serviceTemplate({ ...LIVE, certificateArn })).toThrow('A certificate needs the address');
  });
});
