import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeRun } from '../../src/app/judge-run.js';
import { type Run, withRun } from '../../src/app/run-stages.js';
import { lookups } from '../../src/facts/lookup/index.js';
import type { Finding } from '../../src/model/finding.js';

const bank = new URL('../../fixtures/example-bank', import.meta.url).pathname;

/** Distinct persons that the look-up of a finding's rule lists; undefined for rules about the inventory. */
async function listed({ store, rules }: Run, finding: Finding): Promise<number | undefined> {
  const affected = rules.find(({ id }) => id === finding.rule)?.definition.affected;
  if (!affected) return undefined;
  const persons = new Set<number>();
  for await (const rows of lookups[affected.lookup]!(store, finding.subject, affected.with ?? {}))
    for (const { person_id } of rows) if (person_id !== null) persons.add(person_id);
  return persons.size;
}

/** A wrong recipient counts two persons: the exposed, who is listed, and the receiver, whom nobody reported. */
const counted = ({ harm, persons }: Finding): number => (persons?.count ?? 0) / (harm === 'exposure' ? 2 : 1);

const worstOfEachRule = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => findings.filter(({ rule }) => rule === finding.rule).indexOf(finding) < 2);

test('everybody counted in a finding is listed behind it, and nobody else', async () => {
  const storeDir = await mkdtemp(join(tmpdir(), 'unsilo-affected-'));
  await withRun(
    { dir: bank, storeDir },
    () => {},
    async (run) => {
      const { findings } = await judgeRun(run, { failOn: 'never', show: 'info', strict: false });
      const differing: string[] = [];
      for (const finding of worstOfEachRule(findings)) {
        const persons = await listed(run, finding);
        if (persons !== undefined && finding.persons !== null && persons !== counted(finding))
          differing.push(
            `${finding.rule} ${finding.subject}: counted ${counted(finding)}, listed ${persons}`,
          );
      }
      expect(differing).toEqual([]);
    },
  );
  await rm(storeDir, { recursive: true });
});
