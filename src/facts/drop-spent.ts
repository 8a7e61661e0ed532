import { observedFacts } from '../model/facts/observed.js';
import type { Query } from '../store/store.js';
import { dropTables } from '../store/tables.js';

/** What is asked besides facts once they stand: by lookups, maps, advice and facts of packs. */
const askedLater: ReadonlySet<string> = new Set([
  'work_choice_forms',
  'work_conflicts',
  'work_dead_repeats',
  'work_error_causes',
  'work_error_rows',
  'work_exempt',
  'work_failures',
  'work_known_unused',
  'work_outcome_groups',
  'work_outcomes',
  'work_pairs',
  'work_peak_sends',
  'work_persons',
  'work_presence',
  'work_put_back',
  'work_repeats',
  'work_targets',
  'work_uncaptured',
]);

/** What no change of the inventory alters: persons, and what records of the past show of the ways there were. */
const past: ReadonlySet<string> = new Set([
  ...observedFacts.map(({ name }) => name),
  'work_persons',
  'work_put_back',
]);

/** Whether facts of a future take up a relation as it is kept. */
export const isPast = (name: string): boolean => name.startsWith('std_') || past.has(name);

/** Whether a table only served to compute facts. */
export const isSpent = (name: string): boolean => name.startsWith('work_') && !askedLater.has(name);

/**
 * Drops the tables that only served to compute facts, some as large as the records they were made of, so that they
 * neither fill the memory while rules ask nor are kept for later runs. Coverage must have been read.
 */
export const dropSpent = (store: Query): Promise<void> => dropTables(store, isSpent);
