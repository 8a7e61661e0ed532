import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { rowCode } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { contradictions } from './contradictions.js';
import { type Doubt, toFact } from './doubt.js';
import { duplicateIds } from './duplicates.js';
import { eventsWithoutSend, unknownReferences } from './references.js';
import { sharedValues } from './shared.js';
import { impossibleTimes } from './times.js';

const unclassified = `
  WITH filled AS (SELECT _source, count(*) AS n FROM std_error_reports GROUP BY _source)
  SELECT 'unclassified_error' AS doubt, s.file, 'error_reports' AS target, 'error_class' AS "column", NULL AS what,
         count(*) AS "rows", min(f.n) AS rows_of, NULL AS "values", NULL AS persons, min(${rowCode('t')}, 10) AS codes
  FROM std_error_reports t JOIN filled f ON f._source = t._source JOIN std_sources s ON s.source = t._source
  WHERE t.error_class IS NULL GROUP BY s.file ORDER BY s.file`;

/** Creates `fact_quality`: what was read and cannot be right. Needs persons and `fact_delivery`. */
export async function compute(store: Query, { asOf }: FactContext): Promise<void> {
  const duplicates = await duplicateIds(store);
  const repeated = duplicates.some(({ target }) => target === 'sends');
  const doubts: Doubt[] = [
    ...(await impossibleTimes(store, asOf)),
    ...(await unknownReferences(store)),
    ...(await eventsWithoutSend(store, repeated)),
    ...duplicates,
    ...(await store.all<Doubt>(unclassified)),
    ...(await sharedValues(store)),
  ];
  await writeFact(store, 'fact_quality', [
    ...(await toFact(store, doubts)),
    ...(await contradictions(store)),
  ]);
}
