import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/model/report.js';
import { root, runUnsilo, withFiles } from '../cli/run-unsilo.js';
import { compare, describeFigures, type Label } from './compare.js';

const bank = join(root, 'fixtures/example-bank');
const { expected } = JSON.parse(readFileSync(join(bank, 'planted.json'), 'utf8')) as { expected: Label[] };

describe('the example bank', async () => {
  const ran = await withFiles({}, (dir) =>
    runUnsilo(['audit', bank, '--quiet', '--format', 'json', '--store', join(dir, 'store')]),
  );
  const report = reportSchema.parse(JSON.parse(ran.stdout));
  const result = compare(expected, report.findings);

  it('fails at the usual level, with a report that keeps to its schema', () => {
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toBe('');
  });

  it('shows exactly the planted findings, each with its cause', () => {
    process.stdout.write(`${describeFigures('example bank', result)}\n`);
    expect(result.missing).toEqual([]);
    expect(result.surplus).toEqual([]);
    expect(result.wrongCauses).toEqual([]);
  });

  it('counts the persons behind each preference finding exactly', () => {
    const counted = report.findings
      .filter(({ rule }) => rule.startsWith('preference/'))
      .map(({ rule, subject, persons }) => `${rule} ${subject} ${persons?.count}`);
    const labelled = expected
      .filter(({ rule }) => rule.startsWith('preference/'))
      .map(({ rule, subject, persons }) => `${rule} ${subject} ${persons}`);
    expect(counted.sort()).toEqual(labelled.sort());
  });

  it('names no person in a finding or fingerprint', () => {
    const text = JSON.stringify(
      report.findings.map(({ subject, fingerprint, args }) => [subject, fingerprint, args]),
    );
    expect(text).not.toMatch(/@|\+44|\bC\d{6,}/);
  });
});
