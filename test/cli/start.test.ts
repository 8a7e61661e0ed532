import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runUnsilo } from './run-unsilo.js';

const staticImport = /^import (?!type )[^;]*?from '([^']+)';/gmu;

/** Packages that are loaded before a command is chosen: everything reachable by static imports. */
function packagesFrom(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
    if (!name.startsWith('.')) packages.add(name);
    else
      for (const one of packagesFrom(join(dirname(file), name.replace(/\.js$/, '.ts')), seen))
        packages.add(one);
  }
  return packages;
}

describe('starting', () => {
  it('is built as a script that imports nothing as it runs, which compiled code that was kept cannot', () => {
    expect(readFileSync(join(root, 'dist/cli/main.cjs'), 'utf8')).not.toMatch(/\bimport\(["']/);
  });

  it('loads the command line only; engine, schemas and YAML wait for a command', () => {
    const loaded = [...packagesFrom(join(root, 'src/cli/main.ts'))].filter(
      (name) => !name.startsWith('node:'),
    );
    expect(loaded.sort()).toEqual(['commander']);
  });

  it('keeps the search for groups of systems from all who do not ask for it', () => {
    const loaded = ['src/app/map.ts', 'src/map/questions/coupling.ts', 'src/graph/communities.ts'].flatMap(
      (file) => [...packagesFrom(join(root, file))],
    );
    expect(loaded.filter((name) => name.startsWith('graphology'))).toEqual([]);
  });

  it('gates templates and explains rules without the engine, which may not be installed', () => {
    const loaded = ['src/cli/run/gate.ts', 'src/cli/run/explain.ts'].flatMap((file) => [
      ...packagesFrom(join(root, file)),
    ]);
    expect(loaded.filter((name) => name.startsWith('@duckdb'))).toEqual([]);
  });

  it('reads the version from the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await runUnsilo(['--version'])).toEqual({ stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });
});
