import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePaddedPair, type PaddedPair } from './padded-pair.js';
import { runUnsilo } from './run-unsilo.js';

let padded: PaddedPair;

async function audit(...options: string[]): Promise<string> {
  const ran = await runUnsilo([
    'audit',
    padded.folder,
    '--quiet',
    '--fail-on',
    'never',
    '--format',
    'json',
    ...options,
  ]);
  expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
  return ran.stdout;
}

const kept = async (prefix: string): Promise<string[]> =>
  (await readdir(join(padded.folder, '.unsilo/store'))).filter((name) => name.startsWith(prefix)).sort();

/** Everybody behind the first finding of some rules that list persons in different ways. */
async function everybody(report: string, ...options: string[]): Promise<string[]> {
  const { findings } = JSON.parse(report) as { findings: { rule: string; fingerprint: string }[] };
  const lists: string[] = [];
  for (const rule of listing) {
    const { fingerprint } = findings.find((finding) => finding.rule === rule)!;
    const { stdout, exitCode } = await runUnsilo([
      'affected',
      fingerprint,
      padded.folder,
      '--reveal',
      ...options,
    ]);
    expect(exitCode).toBe(0);
    lists.push(stdout);
  }
  return lists;
}

const listing = ['preference/opposite-choice', 'preference/sent-after-opt-out', 'error/wrong-name'];

describe('a second run', () => {
  let first: string;
  beforeAll(async () => {
    padded = await makePaddedPair();
    first = await audit();
  });
  afterAll(() => padded.remove());

  it('takes up what the first kept, and says the same', async () => {
    expect(await kept('facts-')).toHaveLength(1);
    expect(await kept('sends-')).toHaveLength(1);
    expect(await audit()).toBe(first);
  });

  it('lists the same persons behind findings', async () => {
    const again = await everybody(first);
    const elsewhere = ['--store', join(padded.folder, '.unsilo/elsewhere')];
    const samePseudonyms = ['--key-file', join(padded.folder, '.unsilo/key')];
    expect(again.every((list) => list.split('\n').length > 2)).toBe(true);
    expect(again).toEqual(await everybody(first, ...elsewhere, ...samePseudonyms));
  });

  it('computes anew where what it kept is damaged or gone', async () => {
    const [facts] = await kept('facts-');
    await truncate(join(padded.folder, '.unsilo/store', facts!), 5000);
    expect(await audit()).toBe(first);
    const [sends] = await kept('sends-');
    await rm(join(padded.folder, '.unsilo/store', sends!));
    expect(await audit()).toBe(first);
    expect(await kept('sends-')).toEqual([sends]);
  });

  it('heeds a rule set otherwise without computing facts again', async () => {
    const before = await kept('facts-');
    const config = join(padded.folder, 'unsilo.yaml');
    const text = await readFile(config, 'utf8');
    await appendFile(config, 'rules:\n  delivery/contact-pressure:\n    parameters: { max_per_month: 40 }\n');
    const other = JSON.parse(await audit());
    await writeFile(config, text);
    expect(await kept('facts-')).toEqual(before);
    const pressed = (report: { findings: { rule: string }[] }) =>
      report.findings.filter(({ rule }) => rule === 'delivery/contact-pressure').length;
    expect(pressed(other)).toBeLessThan(pressed(JSON.parse(first)));
  });

  it('computes anew for another time, and for a source that changed', async () => {
    await audit('--as-of', '2026-06-01T00:00:00Z');
    expect(await kept('facts-')).toHaveLength(2);
    const report = 'E-new,2026-06-30T00:00:00Z,wrong_amount,agent,,\n';
    await appendFile(join(padded.folder, 'error_reports.csv'), report);
    const changed = JSON.parse(await audit());
    expect(await kept('facts-')).toHaveLength(3);
    expect(await kept('sends-')).toHaveLength(1);
    expect(changed.coverage.rows_in).toBe(JSON.parse(first).coverage.rows_in + 1);
  });
});
