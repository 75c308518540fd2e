import { CfnOutput, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { ServiceAddress } from './service-address.ts';
import { stageLog } from './stage-log.ts';
import type { Stage } from './stages.ts';
import type { TrackerFunction } from './tracker-function.ts';

/** Enough to see that something is slow or failing; no address, browser, path or query, which can say who looked at what. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  method: '$context.httpMethod',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  error: '$context.error.messageString',
  integrationError: '$context.integration.error',
};

/**
 * The door to the pages and the API. Every browser reaches it, at a pace that the stage allows; who is not signed in is refused by the
 * application (decision 30).
 */
export class WebApi extends Construct {
  readonly api: HttpApi;
  /** The address people type. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    const { stage } = props;
    const own = stage.address;
    this.api = new HttpApi(this, 'Api', {
      description: `Recommendation Tracker, ${stage.name}`,
      createDefaultStage: false,
      // With a certificate the pages answer at one address only; without one something else answers there, and comes to this one.
      disableExecuteApiEndpoint: own?.certificateArn !== undefined,
    });
    this.url = own?.url ?? this.api.apiEndpoint;
    const domainName = own?.certificateArn ? ownDomain(this, own, own.certificateArn) : undefined;
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.requests.perSecond, burstLimit: stage.requests.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(stageLog(this, 'AccessLog', stage)),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
      ...(domainName ? { domainMapping: { domainName } } : {}),
    });
  }

  /** Sends every request to one function: the application knows its own routes. */
  servedBy(web: TrackerFunction): void {
    const route = new HttpRoute(this, 'Everything', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Web', web.fn),
      authorizer: new HttpNoneAuthorizer(),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Owners sign in with a code sent to them, so no authorizer of API Gateway could tell who they are, and a browser without a session must ' +
        'reach the sign-in pages. The application refuses every other address to whoever is not signed in, by one table that a test tries ' +
        'with every route and role (docs/decisions/0030-the-public-door.md).',
    });
  }
}

/** The service's own name, over TLS 1.2 at least; `PointTheNameAt` is what its DNS record must say. */
function ownDomain(scope: Construct, { url }: ServiceAddress, certificateArn: string): DomainName {
  const domain = new DomainName(scope, 'Name', {
    domainName: new URL(url).hostname,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new CfnOutput(scope, 'PointTheNameAt', { value: domain.regionalDomainName });
  return domain;
}
