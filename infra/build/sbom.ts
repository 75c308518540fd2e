import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

type Component = {
  'bom-ref': string;
  name: string;
  version: string;
  hashes?: { alg: string; content: string }[];
  licenses?: ({ license: { id?: string; name?: string } } | { expression: string })[];
};

/** A bill of materials as CycloneDX has it: the part of it that is read here. */
export type Sbom = {
  metadata: { component: { 'bom-ref': string; name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

/**
 * The bill of what ships: the packages that `roots` need, all the way down, out of npm's bill of everything installed. `npm sbom --omit=dev`
 * is not that bill: it leaves out what ships wherever a package for building asks for it too, which here were hono and zod.
 */
export function shippedIn(whole: Sbom, name: string, roots: readonly string[]): Sbom {
  const needs = new Map(whole.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const root = whole.metadata.component['bom-ref'];
  const top = needs.get(root)!;
  const nameOf = new Map(whole.components.map((each) => [each['bom-ref'], each.name]));
  const shipped = new Set(top.filter((ref) => roots.includes(nameOf.get(ref)!)));
  for (const ref of shipped) for (const needed of needs.get(ref) ?? []) shipped.add(needed);
  const kept = (ref: string) => shipped.has(ref);
  return {
    ...whole,
    metadata: { ...whole.metadata, component: { ...whole.metadata.component, name } },
    components: whole.components.filter((each) => kept(each['bom-ref'])),
    dependencies: whole.dependencies
      .filter(({ ref }) => kept(ref) || ref === root)
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(kept) })),
  };
}

/** npm's own bill of everything in the lock; nothing needs to be installed, and no network is asked. */
export function wholeSbom(): Sbom {
  const run = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (run.status !== 0) throw new Error(`npm sbom failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as Sbom;
}

/** The licences a component names, each as SPDX spells it. */
export const licencesOf = ({ licenses = [] }: Component): string[] =>
  licenses.map((each) => ('expression' in each ? each.expression : (each.license.id ?? each.license.name!)));

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const { name, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const sbom = shippedIn(wholeSbom(), name, Object.keys(dependencies));
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/sbom.cdx.json', `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`reports/sbom.cdx.json: ${sbom.components.length} packages ship`);
}
