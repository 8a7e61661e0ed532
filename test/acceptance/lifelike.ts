import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reportSchema } from '../../src/model/report.js';
import { runUnsilo, withFiles } from '../cli/run-unsilo.js';
import { generate } from '../generator/generate.js';
import type { Found, Label } from './compare.js';

/** The rules of the slice; what rules about files and habits say of lifelike worlds has no labels. */
const slice = [
  'collection/asked-again',
  'collection/collected-twice',
  'collection/never-used',
  'delivery/failure-rate',
  'error/wrong-amount',
  'error/wrong-name',
  'error/wrong-recipient',
  'feedback/ends-outside',
  'feedback/missing',
  'flow/correction-overwritten',
  'flow/one-way',
  'preference/default-vs-explicit',
  'preference/not-carried-over',
  'preference/opposite-choice',
  'preference/parent-deny-child-allow',
  'preference/sent-after-opt-out',
  'preference/stale-copy',
  'source/rows-set-aside',
];
const inSlice = ({ rule }: { rule: string }): boolean => slice.includes(rule);

export interface Audited {
  readonly expected: readonly Label[];
  readonly found: readonly Found[];
}

/** Lets the generator write a lifelike world of a seed and audits it with the built program. */
export async function auditLife(seed: number, faults: string): Promise<Audited> {
  const shape = ((seed - 1) % 5) + 1;
  const files = generate({ persons: 400, sends: 6000, seed, shape, faults, lifelike: true });
  const { expected } = JSON.parse(String(files.get('planted.json'))) as { expected: Label[] };
  return withFiles({}, async (dir) => {
    for (const [path, content] of files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
    const ran = await runUnsilo(['audit', dir, '--quiet', '--format', 'json']);
    if (ran.stderr !== '') throw new Error(ran.stderr);
    const { findings } = reportSchema.parse(JSON.parse(ran.stdout));
    return { expected: expected.filter(inSlice), found: findings.filter(inSlice) };
  });
}
