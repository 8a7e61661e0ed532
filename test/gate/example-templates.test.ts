import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { GateReport } from '../../src/model/gate-report.js';

const folder = fileURLToPath(new URL('../../fixtures/example-templates', import.meta.url));
const planted: {
  defects: readonly { what: string; rule: string; file: string }[];
  clean: readonly string[];
} = JSON.parse(await readFile(join(folder, 'planted.json'), 'utf8'));

let out = '';
let report: GateReport;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'unsilo-gate-'));
  const file = join(out, 'report.json');
  await main(['gate', folder, '--today', '2026-07-10', '--quiet', '--format', `json=${file}`]);
  report = JSON.parse(await readFile(file, 'utf8'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

test.each(planted.defects)('in the example of templates the gate finds $what', ({ rule, file }) => {
  const found = report.findings.filter((one) => one.rule === rule);
  expect(found.flatMap(({ evidence }) => evidence.map((place) => place.file))).toContain(file);
});

test.each(planted.clean)('it finds nothing at high or above in %s', (message) => {
  const found = report.findings.filter(
    ({ severity, subject }) => /^(?:critical|high)$/.test(severity) && subject.includes(`:${message}.`),
  );
  expect(found).toEqual([]);
});

test('every rule that needs the contract is asked', () => {
  const missing = report.coverage.not_evaluated.flatMap((one) => one.missing);
  expect(missing.filter((need) => /contract|supplies|recipients|owned_domains/.test(need))).toEqual([]);
});
