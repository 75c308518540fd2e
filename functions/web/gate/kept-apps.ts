import type { Hono } from 'hono';
import type { Person } from './person.ts';

const mostKept = 50;

/**
 * The app of each person, made when they first ask and kept for the next time. Anything about them that changes, their role or the
 * session they are in, makes another; the oldest goes when there are too many.
 */
export function keptApps<P extends Person>(make: (person: P) => Hono): (person: P) => Hono {
  const kept = new Map<string, Hono>();
  return (person) => {
    const name = JSON.stringify(person);
    const app = kept.get(name) ?? make(person);
    kept.delete(name);
    kept.set(name, app);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return app;
  };
}
