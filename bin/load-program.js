import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const script = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url));
const compiled = `${script}.compiled`;

function readCompiled() {
  try {
    return readFileSync(compiled);
  } catch {
    return undefined;
  }
}

/** The program as one script, with what an earlier run of the same Node compiled; another Node compiles for itself. */
function runScript() {
  const loaded = new Script(Module.wrap(readFileSync(script, 'utf8')), {
    filename: script,
    cachedData: readCompiled(),
  });
  const program = { exports: {} };
  loaded.runInThisContext()(program.exports, createRequire(script), program, script, dirname(script));
  if (process.env.UNSILO_KEEP_COMPILED === '1')
    process.once('exit', () => writeFileSync(compiled, loaded.createCachedData()));
  return program.exports;
}

/** The program for these arguments: the explorer is only among its modules, which take longer to load. */
export const loadProgram = (args) => (args.includes('explore') ? import('../dist/cli/main.js') : runScript());
