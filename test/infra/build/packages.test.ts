import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../../infra/build/bundle.ts';
import { licencesOf, type Sbom, shippedIn, wholeSbom } from '../../../infra/build/sbom.ts';

type Locked = {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
  dev?: boolean;
  optional?: boolean;
};

const ours = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { lockfileVersion: number; packages: Record<string, Locked> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1)!;

/** Licences that let anybody use and pass on a package, and ask for no more than their notice. */
const permissive = ['MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC'];

let shipped: Sbom;
beforeAll(() => {
  shipped = shippedIn(wholeSbom(), ours.name, Object.keys(ours.dependencies));
});

describe('what is installed', () => {
  it('is asked for by exact version', () => {
    const asked = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies };
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version as string))).toEqual(
      [],
    );
  });

  it('may run a script only where it is on the list, and the list has nothing else', () => {
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(withScript.map(([path]) => nameOf(path)).sort()).toEqual(Object.keys(ours.allowScripts).sort());
  });

  it('comes with its hash from the registry, or inside a package that has one', () => {
    const hashed = ({ integrity }: Locked) => integrity !== undefined && /^sha512-/.test(integrity);
    const carrierOf = (path: string) => path.slice(0, path.lastIndexOf('/node_modules/'));
    const carried = (path: string): boolean => {
      const { inBundle, ...found } = lock.packages[path]!;
      return hashed(found) || (inBundle === true && carried(carrierOf(path)));
    };
    expect(locked.filter(([path]) => !carried(path)).map(([path]) => path)).toEqual([]);
  });

  it('is never a folder, a repository or an address', () => {
    const isPacked = (url: string) => /^https:\/\/[^/]+\/(@[^/]+\/)?[^/]+\/-\/[^/]+\.tgz$/.test(url);
    const elsewhere = ({ link, resolved }: Locked) => link || (resolved !== undefined && !isPacked(resolved));
    expect(locked.filter(([, each]) => elsewhere(each))).toEqual([]);
    const hosts = locked.flatMap(([, { resolved }]) =>
      resolved === undefined ? [] : [new URL(resolved).host],
    );
    expect(new Set(hosts).size).toBeLessThanOrEqual(1);
    expect(lock.lockfileVersion).toBe(3);
  });
});

describe('the bill of what ships', () => {
  it('has every package that is not for building alone, with version and hash', () => {
    const inLock = locked
      .filter(([, { dev, optional }]) => !dev && !optional)
      .map(([path, { version }]) => `${nameOf(path)}@${version}`);
    expect(shipped.components.map((each) => each['bom-ref']).sort()).toEqual(inLock.sort());
    expect(shipped.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
    expect(shipped.metadata.component.name).toBe('recommendation-tracker');
  });

  it('has every package of which a line is in a function', async () => {
    const { metafile } = await build({
      entryPoints: Object.values(entries).map(({ handler }) => handler),
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      outdir: 'nowhere',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const packageOf = (path: string) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
    const bundled = new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
    const named = new Set(shipped.components.map(({ name }) => name));
    expect([...bundled].filter((name) => !named.has(name))).toEqual([]);
    expect(bundled.size).toBeGreaterThan(20);
  });

  it('is counted by licence in docs/security.md', () => {
    const table = [...readFileSync('docs/security.md', 'utf8').matchAll(/^\| ([\w.-]+) \| (\d+) \|$/gm)];
    const said = Object.fromEntries(table.map(([, licence, count]) => [licence, Number(count)]));
    const counts = Map.groupBy(shipped.components.flatMap(licencesOf), (licence) => licence);
    expect(said).toEqual(Object.fromEntries([...counts].map(([licence, each]) => [licence, each.length])));
  });

  it('names permissive licences only', () => {
    const others = shipped.components.filter((each) => {
      const named = licencesOf(each);
      return named.length === 0 || !named.every((licence) => permissive.includes(licence));
    });
    expect(others.map((each) => [each['bom-ref'], licencesOf(each)])).toEqual([]);
  });
});
