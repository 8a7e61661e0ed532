import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const rowsEach = 200;

/** The first rows of a table, which may be packed. */
function firstRows(file) {
  const bytes = readFileSync(file);
  if (!/\.csv(\.gz)?$/.test(file)) return bytes;
  const packed = file.endsWith('.gz');
  const lines = (packed ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const text = lines.length > rowsEach ? `${lines.slice(0, rowsEach).join('\n')}\n` : lines.join('\n');
  return packed ? gzipSync(text) : text;
}

/** An ecosystem of a few rows of the example: enough to go through most of the program. */
function makeExcerpt(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) makeExcerpt(source, target);
    else writeFileSync(target, firstRows(source));
  }
}

/**
 * Runs the program over an excerpt of the example and over the example of templates, and keeps what was compiled on the
 * way in `dist/`; where that fails, as without the engine for tables, nothing is kept and each run compiles for itself.
 */
export function keepCompiled(root) {
  const work = mkdtempSync(join(tmpdir(), 'unsilo-build-'));
  try {
    const bank = join(work, 'bank');
    makeExcerpt(join(root, 'fixtures/example-bank'), bank);
    const env = { ...process.env, UNSILO_KEEP_COMPILED: '1' };
    const run = (command, folder, formats) => {
      const outputs = formats.flatMap((name) => ['--format', `${name}=${join(work, name)}`]);
      const args = [command, folder, '--quiet', '--fail-on', 'never', ...outputs];
      execFileSync(process.execPath, [join(root, 'bin/unsilo.js'), ...args], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    };
    run('audit', bank, ['terminal', 'json', 'html']);
    run('gate', join(root, 'fixtures/example-templates'), ['terminal', 'json']);
  } catch (error) {
    console.warn(`what a run compiles is not kept: ${error.message}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
