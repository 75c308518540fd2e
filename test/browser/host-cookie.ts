/** A secret as the tracker gives it to a browser, for putting one there that somebody copied or made up. */
export const hostCookie = (name: 'session' | 'owner' | 'asking', value: string) => ({
  name: `__Host-${name}`,
  value,
  domain: '127.0.0.1',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax' as const,
});
