// Nothing that a browser could read as another site, a step upwards or a query stands between these slashes.
const underMine = /^\/mine(?:\/[a-z0-9-]{1,64}){0,5}$/;

/** The pages of signing in and out: to be led back to them would lead nowhere. */
const doors = ['/mine/sign-in', '/mine/code', '/mine/sign-out'];

/**
 * Where an owner is led after signing in: the page under /mine that they asked for. Whatever else a link may name, another site's page
 * above all, is their list.
 */
export const ownPage = (asked: string | undefined): string =>
  asked !== undefined && underMine.test(asked) && !doors.includes(asked) ? asked : '/mine';
