import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { always, bundleManifest, enginePackage, withoutOthers } from './bundle-manifest.mjs';

// One file that `npm install` takes where no registry is reached: the program, and the engine of the platforms named.
const { values } = parseArgs({
  options: { platform: { type: 'string' }, out: { type: 'string' }, check: { type: 'boolean' } },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const lock = readJson(join(root, 'package-lock.json')).packages;
const isMusl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
const here = `${process.platform}-${process.arch}${isMusl ? '-musl' : ''}`;
const platforms = values.platform?.split(',') ?? [here];
const names = [...always, ...platforms.map(enginePackage)];

const unknown = platforms.filter((platform) => !lock[`node_modules/${enginePackage(platform)}`]);
if (unknown.length > 0) {
  const known = Object.keys(lock).flatMap((path) => path.split(`node_modules/${enginePackage('')}`)[1] ?? []);
  console.error(`there is no engine for ${unknown.join(', ')}; there is for ${known.join(', ')}`);
  process.exit(2);
}

const npm = (args, cwd, env = {}) =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
const pack = (args, cwd, to) => {
  const [made] = JSON.parse(
    npm(['pack', '--json', '--loglevel=error', '--pack-destination', to, ...args], cwd),
  );
  return join(to, made.filename.replace('@', '').replace('/', '-'));
};
const unpack = (file, to) => {
  mkdirSync(to, { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', to, '--strip-components=1']);
};

class Unavailable extends Error {}

/** An engine that is not installed here comes from the registry, and must be what the lock names where it names its hash. */
function fetchPackage(name, work, to) {
  const { version, integrity } = lock[`node_modules/${name}`];
  let file;
  try {
    file = pack([`${name}@${version}`], root, work);
  } catch {
    throw new Unavailable(`${name}@${version} is not to be had from the registry that npm asks here`);
  }
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (integrity && found !== integrity)
    throw new Error(`${name}@${version} is not what package-lock.json names`);
  if (!integrity) console.error(`package-lock.json has no hash of ${name}@${version}: ${found}`);
  unpack(file, to);
}

function makeBundle(work) {
  const folder = join(work, 'package');
  unpack(pack(['--ignore-scripts'], root, work), folder);
  for (const name of names) {
    const [from, to] = [join(root, 'node_modules', name), join(folder, 'node_modules', name)];
    if (existsSync(from)) cpSync(from, to, { recursive: true });
    else fetchPackage(name, work, to);
  }
  const versions = Object.fromEntries(names.map((name) => [name, lock[`node_modules/${name}`].version]));
  const write = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  const [own, engine] = [
    join(folder, 'package.json'),
    join(folder, 'node_modules', always[0], 'package.json'),
  ];
  write(own, bundleManifest(readJson(own), versions, platforms));
  write(engine, withoutOthers(readJson(engine), platforms));
  const { version } = readJson(own);
  const to = join(values.out ?? root, `unsilo-${version}-${platforms.join('+')}.tgz`);
  mkdirSync(values.out ?? root, { recursive: true });
  const made = pack(['--ignore-scripts'], folder, mkdtempSync(join(work, 'out-')));
  cpSync(made, to);
  return to;
}

/** Installs a bundle as a machine without a registry would, with an empty cache, and audits the example there. */
function checkBundle(file, work) {
  const folder = join(work, 'machine');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const nowhere = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(work, 'cache') };
  npm(['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', file], folder, nowhere);
  const bank = join(folder, 'node_modules/unsilo/fixtures/example-bank');
  cpSync(bank, join(folder, 'bank'), { recursive: true });
  const unsilo = join(folder, 'node_modules/unsilo/bin/unsilo.js');
  const args = ['audit', 'bank', '--quiet', '--fail-on', 'never'];
  execFileSync('node', [unsilo, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  console.log('installed without a registry, and audited the example');
}

const work = mkdtempSync(join(tmpdir(), 'unsilo-bundle-'));
try {
  if (!existsSync(join(root, 'dist/cli/main.js'))) throw new Error('dist/ is missing: npm run build');
  const file = makeBundle(work);
  console.log(`${file}\non a machine without a registry: npm install --offline ${file.split(/[\\/]/).pop()}`);
  if (values.check) checkBundle(file, work);
} catch (error) {
  if (!(error instanceof Unavailable)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}
