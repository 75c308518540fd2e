import { type Child, createContext, useContext } from 'hono/jsx';

/** Whether whoever looks at a page may follow a link of it. Set around every page; where nothing is set, everything may be followed. */
export const MayFollow = createContext<(href: string) => boolean>(() => true);

/** What stands on a page only for who may follow a link: the link itself, or what leads to it. */
export const Offered = ({ href, children }: { href: string; children: Child }) =>
  useContext(MayFollow)(href) ? children : null;
