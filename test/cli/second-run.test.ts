import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePaddedBank, type PaddedBank } from './padded-bank.js';
import { runUnsilo } from './run-unsilo.js';

let padded: PaddedBank;

async function audit(...options: string[]): Promise<string> {
  const ran = await runUnsilo([
    'audit',
    padded.bank,
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
  (await readdir(join(padded.bank, '.unsilo/store'))).filter((name) => name.startsWith(prefix)).sort();

/** Everybody behind the first finding of some rules that list persons in different ways. */
async function everybody(report: string, ...options: string[]): Promise<string[]> {
  const { findings } = JSON.parse(report) as { findings: { rule: string; fingerprint: string }[] };
  const lists: string[] = [];
  for (const rule of listing) {
    const { fingerprint } = findings.find((finding) => finding.rule === rule)!;
    const { stdout, exitCode } = await runUnsilo([
      'affected',
      fingerprint,
      padded.bank,
      '--reveal',
      ...options,
    ]);
    expect(exitCode).toBe(0);
    lists.push(stdout);
  }
  return lists;
}

const listing = ['preference/not-carried-over', 'preference/sent-after-opt-out', 'error/wrong-name'];

describe('a second run', () => {
  let first: string;
  beforeAll(async () => {
    padded = await makePaddedBank();
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
    const elsewhere = ['--store', join(padded.folder, 'elsewhere')];
    const samePseudonyms = ['--key-file', join(padded.bank, '.unsilo/key')];
    expect(again.every((list) => list.split('\n').length > 2)).toBe(true);
    expect(again).toEqual(await everybody(first, ...elsewhere, ...samePseudonyms));
  });

  it('computes anew where what it kept is damaged or gone', async () => {
    const [facts] = await kept('facts-');
    await truncate(join(padded.bank, '.unsilo/store', facts!), 5000);
    expect(await audit()).toBe(first);
    const [sends] = await kept('sends-');
    await rm(join(padded.bank, '.unsilo/store', sends!));
    expect(await audit()).toBe(first);
    expect(await kept('sends-')).toEqual([sends]);
  });

  it('heeds a rule set otherwise without computing facts again', async () => {
    const before = await kept('facts-');
    const config = join(padded.bank, 'unsilo.yaml');
    const text = await readFile(config, 'utf8');
    await appendFile(config, 'rules:\n  delivery/failure-rate:\n    parameters: { max_rate: 0.9 }\n');
    const other = JSON.parse(await audit());
    await writeFile(config, text);
    expect(await kept('facts-')).toEqual(before);
    const rate = (report: { findings: { rule: string }[] }) =>
      report.findings.filter(({ rule }) => rule === 'delivery/failure-rate').length;
    expect(rate(other)).toBeLessThan(rate(JSON.parse(first)));
  });

  it('computes anew for another time, and for a source that changed', async () => {
    await audit('--as-of', '2026-06-01T00:00:00Z');
    expect(await kept('facts-')).toHaveLength(2);
    const report = 'E-new,2026-06-30T00:00:00Z,wrong_amount,,en,agent,,,,open\n';
    await appendFile(join(padded.bank, 'error_reports.csv'), report);
    const changed = JSON.parse(await audit());
    expect(await kept('facts-')).toHaveLength(3);
    expect(await kept('sends-')).toHaveLength(1);
    expect(changed.coverage.rows_in).toBe(JSON.parse(first).coverage.rows_in + 1);
  });
});
