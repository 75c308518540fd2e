import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const kinds = {
  'tracker.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml; charset=utf-8',
} as const;

type Name = keyof typeof kinds;

/** One static file: its words, and the address that changes whenever they do. */
export type Asset = { body: Uint8Array<ArrayBuffer>; type: string; hash: string; href: string };

export type Assets = Record<Name, Asset>;

/** The stylesheet and the icon, each read once, when a page first needs it: a program that only calls the API needs neither. */
export function readAssets(folder: string): Assets {
  const known = new Map<Name, Asset>();
  const read = (name: Name): Asset => {
    const asset = known.get(name) ?? assetFrom(folder, name);
    known.set(name, asset);
    return asset;
  };
  return {
    get 'tracker.css'() {
      return read('tracker.css');
    },
    get 'icon.svg'() {
      return read('icon.svg');
    },
  };
}

function assetFrom(folder: string, name: Name): Asset {
  const body = new Uint8Array(readFileSync(join(folder, name)));
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  return { body, type: kinds[name], hash, href: `/assets/${name}?v=${hash}` };
}

/** Serves the static files. An address that names the present words may be kept for a year; any other must be asked for again. */
export function assetRoutes(assets: Assets): Hono {
  return new Hono().get('/assets/:name', (c) => {
    const asset = Object.entries(assets).find(([name]) => name === c.req.param('name'))?.[1];
    if (!asset) return c.notFound();
    const cacheControl = c.req.query('v') === asset.hash ? 'public, max-age=31536000, immutable' : 'no-cache';
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': cacheControl });
  });
}
