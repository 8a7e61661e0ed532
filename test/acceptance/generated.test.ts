import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/model/report.js';
import { runUnsilo, withFiles } from '../cli/run-unsilo.js';
import { generate } from '../generator/generate.js';
import { compare, describeFigures, type Found, type Label } from './compare.js';
import { auditLife } from './lifelike.js';

/** Lets the generator write an ecosystem of this shape and audits it. */
async function auditShape(shape: number): Promise<{ expected: Label[]; found: Found[] }> {
  const files = generate({ persons: 400, sends: 4000, seed: shape, shape, faults: 'all' });
  const { expected } = JSON.parse(String(files.get('planted.json'))) as { expected: Label[] };
  return withFiles({}, async (dir) => {
    for (const [path, content] of files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
    const ran = await runUnsilo(['audit', dir, '--quiet', '--format', 'json']);
    expect(ran.stderr).toBe('');
    return { expected, found: reportSchema.parse(JSON.parse(ran.stdout)).findings };
  });
}

/** Findings of corrections put back and of answers that nobody heard, with how many persons are behind them. */
const lostWords = (all: readonly (Label | Found)[]): string[] =>
  all
    .filter(({ rule }) => ['flow/correction-overwritten', 'feedback/observed'].includes(rule))
    .map(
      ({ subject, persons }) =>
        `${subject}: ${(typeof persons === 'number' ? persons : persons?.count) ?? 0}`,
    )
    .sort();

describe('generated ecosystems', () => {
  it.each([1, 2, 3, 4, 5])('of shape %i show what was planted and nothing else', async (shape) => {
    const { expected, found } = await auditShape(shape);
    const result = compare(expected, found);
    process.stdout.write(`${describeFigures(`shape ${shape}`, result)}\n`);
    expect(result.expected).toBeGreaterThan(10);
    expect(result.recall).toBeGreaterThanOrEqual(0.95);
    expect(result.precision).toBeGreaterThanOrEqual(0.98);
    expect(result.causesRight).toBeGreaterThanOrEqual(0.9);
    expect(result.surplus.filter((key) => key.startsWith('preference/sent-after-opt-out'))).toEqual([]);
    expect(lostWords(found)).toEqual(lostWords(expected));
  });
});

/**
 * Each seed is another estate, other people, and another mix of the forms in which systems hand out their files;
 * `npm run evaluate:lifelike` takes ten.
 */
describe('ecosystems as analysts hold them', () => {
  it.each([1, 3, 6, 8])('of seed %i show what their files let one know', async (seed) => {
    const { expected, found } = await auditLife(seed, 'all');
    const result = compare(expected, found);
    const accused = result.surplus.filter((key) => key.startsWith('preference/sent-after-opt-out'));
    process.stdout.write(
      `${describeFigures(`lifelike seed ${seed}`, result)}, false sent-after-opt-out ${accused.length}\n`,
    );
    expect(result.expected).toBeGreaterThan(10);
    expect(result.recall).toBeGreaterThanOrEqual(0.95);
    expect(result.precision).toBeGreaterThanOrEqual(0.98);
    expect(result.causesRight).toBeGreaterThanOrEqual(0.9);
    expect(accused).toEqual([]);
  });

  it('show next to nothing of it when the faults are taken away, and accuse nobody', async () => {
    const { expected } = await auditLife(7, 'all');
    const sound = await auditLife(7, 'none');
    expect(compare(expected, sound.found).recall).toBeLessThan(0.2);
    expect(compare(sound.expected, sound.found).surplus).toEqual([]);
    const rules = new Set(sound.found.map(({ rule }) => rule));
    expect(rules).not.toContain('preference/sent-after-opt-out');
  });
});
