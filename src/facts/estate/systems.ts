import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence, rowCode } from '../evidence.js';
import { writeFact } from '../write-fact.js';

type Known = { system_id: string; persons: number };

/** Creates `fact_systems`: who is known where, and how many flows lead there and away. */
export async function computeSystems(store: Query, { inventory }: FactContext): Promise<void> {
  const files = await readFiles(store);
  const systems = await store.all<{ system_id: string; code: number }>(
    `SELECT system_id, min(${rowCode('s')}) AS code FROM std_systems s GROUP BY system_id ORDER BY system_id`,
  );
  const known = await store.all<Known>(
    'SELECT system_id, count(DISTINCT person_id) AS persons FROM work_persons GROUP BY system_id ORDER BY system_id',
  );
  const [all] = await store.all<{ persons: number }>(
    'SELECT count(DISTINCT person_id) AS persons FROM work_persons',
  );
  const persons = new Map(known.map((row) => [row.system_id, row.persons]));
  const between = inventory.flows.filter((flow) => flow.from !== flow.to);
  const rows = systems.map(
    ({ system_id, code }): Row => ({
      system_id,
      persons: persons.get(system_id) ?? 0,
      persons_of: all!.persons,
      flows_in: between.filter((flow) => flow.to === system_id).length,
      flows_out: between.filter((flow) => flow.from === system_id).length,
      evidence: renderEvidence([code], files),
    }),
  );
  await writeFact(store, 'fact_systems', rows);
}
