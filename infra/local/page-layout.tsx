import type { Child } from 'hono/jsx';

/** What it is called, and where its name leads, if anywhere. */
type Part = { name: string; href?: string };

const style = `
*{box-sizing:border-box}
body{margin:0;font:1.1875rem/1.4 arial,sans-serif;color:#0b0c0c;background:#fff}
header{background:#0b0c0c;color:#fff;padding:.75rem 0}
header a{color:#fff;font-weight:700;text-decoration:none}
main,header div{max-width:60rem;margin:0 auto;padding:0 1rem}
main{padding-top:1.5rem;padding-bottom:3rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.5rem;margin:2rem 0 .5rem}
a{color:#1d70b8}a:hover{color:#003078}
a:focus,input:focus,button:focus{outline:3px solid #fd0;outline-offset:0;background-color:#fd0;color:#0b0c0c}
input:focus{background-color:#fff;box-shadow:inset 0 0 0 2px #0b0c0c}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:0 0 1.5rem}
label{flex-basis:100%;font-weight:700}
input{font:inherit;border:2px solid #0b0c0c;padding:.3rem .4rem;width:20rem;max-width:100%}
button{font:inherit;border:0;background:#0f7a52;color:#fff;padding:.45rem .8rem;cursor:pointer}
ul.mails{list-style:none;margin:0;padding:0;border-top:1px solid #b1b4b6}
ul.mails li{border-bottom:1px solid #b1b4b6;padding:.75rem 0;overflow-wrap:anywhere}
ul.mails a{font-weight:700}
.hint{color:#505a5f;font-size:1rem}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem;margin:0 0 1rem}
dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border:1px solid #b1b4b6;padding:1rem;margin:0}
details pre{font-size:1rem;margin-top:.5rem}
iframe{width:100%;height:40rem;border:1px solid #b1b4b6}
nav{display:flex;gap:1.5rem;margin-top:1.5rem}
`;

/**
 * The pages of a local run's parts hold other people's text: no script runs on them and nothing is loaded from elsewhere.
 *
 * @param leadsTo another site that what is posted may lead to
 */
export const pagePolicy = (leadsTo = '') =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action ${`'self' ${leadsTo}`.trim()}; base-uri 'none'; frame-ancestors 'none'`;

/** A page of a part of a local run that the tracker itself is no part of: its inbox, its practice sign-in. */
export function Page({ part, title, children }: { part: Part; title: string; children: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${part.name}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <div>{part.href ? <a href={part.href}>{part.name}</a> : <strong>{part.name}</strong>}</div>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** `2021-02-13T06:10:00.000Z` → `13 February 2021 at 06:10` on the clock on a London wall */
export function londonTime(instant: string): string {
  return new Date(instant).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
