import { SetUpError } from './set-up-error.ts';
import type { Given } from './stages.ts';

/** The address people type, where the service has one of its own. */
export interface ServiceAddress {
  /** With scheme and host, and nothing after it. */
  readonly url: string;
  /** The certificate of that name in ACM, in the region of the service; undefined where something else of the organisation answers there. */
  readonly certificateArn: string | undefined;
}

/**
 * The address as it was given; undefined: the API's own. Only https and the root of a host: the cookies of the service are for a whole host
 * and for TLS, and a sign-in must come back to exactly this address.
 */
export function serviceAddressFrom(given: Given): ServiceAddress | undefined {
  const [text, certificateArn] = [given('serviceUrl'), given('certificateArn')];
  if (text === undefined) {
    if (certificateArn === undefined) return undefined;
    throw new SetUpError('A certificate needs the address that it is for: give -c serviceUrl=https://….');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/`)
    throw new SetUpError(
      `'${text}' is not an address of the service: give https:// and a host, nothing more.`,
    );
  return { url: url.origin, certificateArn };
}
