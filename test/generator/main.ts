import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.js';

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '2000' },
    sends: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    shape: { type: 'string', default: '0' },
    faults: { type: 'string', default: 'all' },
    lifelike: { type: 'boolean', default: false },
  },
});
if (!values.out) throw new Error('say where to write: --out DIR');

const files = generate({
  persons: Number(values.persons),
  sends: Number(values.sends),
  seed: Number(values.seed),
  shape: Number(values.shape),
  faults: values.faults,
  lifelike: values.lifelike,
});
for (const [path, content] of files) {
  const file = join(values.out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
process.stderr.write(`${files.size} files written to ${values.out}\n`);
