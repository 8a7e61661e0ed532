import { expect, it } from 'vitest';
import { audit } from '../../src/app/audit.js';
import { reportSchema } from '../../src/model/report.js';
import { withFolder } from '../sources/ecosystem.js';
import { assertCounted, assertTold, forEachBroken } from './check.js';

const runs = Number(process.env.BROKEN_AUDITS ?? 100);
const seed = Number(process.env.BROKEN_SEED ?? 20260201);
const quiet = (): void => undefined;

it(`audits ${runs} broken ecosystems to a report that fits its schema, or says what is wrong and where`, {
  timeout: 600_000,
}, async () => {
  const seen = { audited: 0, refused: 0 };
  await forEachBroken(runs, seed, (files) =>
    withFolder(files, async (dir) => {
      const request = { dir, failOn: 'high', show: 'info', strict: true, version: '0.0.0' } as const;
      const report = await audit(request, quiet).catch(assertTold);
      if (!report) return void seen.refused++;
      seen.audited++;
      reportSchema.parse(report);
      assertCounted(report.manifest.inputs);
      const { rows_in, rows_used, rows_set_aside } = report.coverage;
      expect(rows_used + rows_set_aside).toBe(rows_in);
    }),
  );
  expect(seen.audited).toBeGreaterThan(runs / 10);
});
