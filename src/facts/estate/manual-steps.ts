import { byCodeUnit } from '../../graph/index.js';
import type { Query, Row } from '../../store/store.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import type { Step } from './steps.js';

/** Creates `fact_manual_steps`: where regulatory messages wait for somebody. */
export async function computeManualSteps(store: Query, steps: readonly Step[]): Promise<void> {
  const files = await readFiles(store);
  const manual = steps.filter((step) => step.manual);
  const systems = [...new Set(manual.map(({ system }) => system))].sort(byCodeUnit);
  const rows = systems.map((system_id): Row => {
    const own = manual.filter(({ system }) => system === system_id);
    const communications = [...new Set(own.map(({ communication }) => communication))];
    const codes = own.map(({ code }) => code);
    return {
      system_id,
      needs: communications.length,
      communications: communications.join('|'),
      evidence: renderEvidence(codes, files),
    };
  });
  await writeFact(store, 'fact_manual_steps', rows);
}
