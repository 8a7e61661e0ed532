import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { isFresh } from './is-fresh.mjs';
import { keepCompiled } from './keep-compiled.mjs';

// A few files instead of hundreds, packages included: reading modules one by one is most of a short run. Only what is
// compiled for a machine stays outside; packages that are no modules yet ask for `require`.
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist/`;
// npm prepares a checkout again before the first `npx` in it; what stands is built from what stands here.
if (process.argv.includes('--unless-fresh') && isFresh(root)) process.exit();
rmSync(dist, { recursive: true, force: true });

// What a machine has of the engine is found from where its package stands, which need not be where ours does.
const bindings = `import { createRequire } from 'node:module';
  const ours = createRequire(import.meta.url);
  export default createRequire(ours.resolve('@duckdb/node-api'))('@duckdb/node-bindings');`;
// Asked for by `require` from sources, the engine's hundred small files are bundled like any other package here; of zod
// only what is used is.
const packages = {
  name: 'packages',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /src[\\/]store[\\/]engine\.ts$/ }, () => ({
      contents: `import * as duckdb from '@duckdb/node-api'; export { duckdb };`,
      resolveDir: root,
    }));
    onResolve({ filter: /^@duckdb\/node-bindings$/ }, ({ path }) => ({ path, namespace: 'bindings' }));
    onLoad({ filter: /.*/, namespace: 'bindings' }, () => ({ contents: bindings, resolveDir: root }));
    onLoad({ filter: /src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^import \{ z \} from 'zod'/m, "import * as z from 'zod'"),
      loader: 'ts',
    }));
  },
};
const common = {
  absWorkingDir: root,
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  external: ['react-devtools-core'],
  platform: 'node',
  target: 'node20.19',
  // Else every use of such an expression makes it anew.
  supported: { 'regexp-unicode-property-escapes': true },
  charset: 'utf8',
  logLevel: 'warning',
};
// React chooses by it, and its other half is slower and heavier.
const define = { 'process.env.NODE_ENV': '"production"' };
await build({
  ...common,
  entryPoints: ['src/cli/main.ts', 'src/store/cell.ts', 'src/store/cell-process.ts'],
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  plugins: [packages],
  define,
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
  },
  format: 'esm',
});
// All but the explorer, whose library waits for itself while it loads, once more as one script: of a script the engine
// of JavaScript keeps what it compiled, of modules it does not.
const withoutExplorer = {
  name: 'without explorer',
  setup({ onResolve }) {
    onResolve({ filter: /explore\/show\.js$/ }, () => ({ path: '../cli/main.js', external: true }));
  },
};
await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outExtension: { '.js': '.cjs' },
  plugins: [withoutExplorer, packages],
  define: { ...define, 'import.meta.url': 'ownUrl' },
  banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  format: 'cjs',
  // What was compiled no longer knows by whom modules are imported.
  supported: { ...common.supported, 'dynamic-import': false },
});

// What lies in rules/ in one file, YAML as JSON: opening and reading them one by one is a sixth of a short run.
const rules = `${root}rules/`;
const isRead = (file) => /\.(yaml|sql|csv|md)$/.test(file);
const asJson = (text) => JSON.stringify(parseDocument(text, { stringKeys: true }).toJS());
const packed = (file, text) =>
  file.endsWith('.yaml') && !file.endsWith('cases.yaml')
    ? `# JSON, written by the build\n${asJson(text)}`
    : text;
const shipped = readdirSync(rules, { recursive: true }).filter(isRead).sort();
const texts = shipped.map((file) => [
  file.replaceAll('\\', '/'),
  packed(file, readFileSync(rules + file, 'utf8')),
]);
writeFileSync(`${dist}rules.json`, JSON.stringify(Object.fromEntries(texts)));

// Results kept between runs hold only for the code that made them: dist/build.txt names it.
const hash = createHash('sha256');
const files = readdirSync(dist, { recursive: true }).filter((file) => /\.(c?js|json)$/.test(file));
for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(dist + file));
writeFileSync(`${dist}build.txt`, hash.digest('hex'));
keepCompiled(root);
