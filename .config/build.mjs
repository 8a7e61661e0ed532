import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// A few files instead of hundreds: reading modules one by one is most of a short run. Packages stay what they are.
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist/`;
rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts', 'src/store/cell.ts', 'src/store/cell-process.ts'],
  outbase: 'src',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  logLevel: 'warning',
});

// Results kept between runs hold only for the code that made them: dist/build.txt names it.
const hash = createHash('sha256');
const files = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(dist + file));
writeFileSync(`${dist}build.txt`, hash.digest('hex'));
