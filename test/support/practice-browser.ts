/** A browser as far as signing in needs one: it keeps cookies of each host and follows nothing by itself. */
export function practiceBrowser() {
  const jar = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const each of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each)!;
      jar.set(name!, value!);
    }
    return answer;
  };
  const next = (from: string, answer: Response) => new URL(answer.headers.get('location') ?? '', from).href;
  return {
    go,
    /** Goes to the identity provider and says who one is. @returns the address that one is sent back to */
    async signInAs(sub: string, url: string): Promise<string> {
      const asked = next(url, await go(url));
      const said = next(asked, await go(asked, { method: 'POST', body: new URLSearchParams({ who: sub }) }));
      return next(said, await go(said));
    },
  };
}
