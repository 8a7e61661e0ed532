import type { Query, Row } from '../../store/store.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { type Located, locateErrors } from './causes.js';
import type { Cube } from './cube.js';
import { cubeOf, readSteps, type Step, stepsOf } from './features.js';
import { createCauses, type GroupRow, readGroups } from './groups.js';
import { createErrorRows, createLeaves, sendsWithLeaf } from './leaves.js';

interface Counted {
  readonly errors: Float64Array;
  /** Errors of the class, those of unknown messages included. */
  total: number;
}

/** Errors by class and leaf. */
async function countErrors(store: Query, leaves: number): Promise<Map<string, Counted>> {
  const rows = await store.all<{ error_class: string; leaf: number | null; errors: number }>(
    'SELECT error_class, leaf, count(*) AS errors FROM work_error_rows GROUP BY 1, 2 ORDER BY 1, 2',
  );
  const counted = new Map<string, Counted>();
  for (const { error_class, leaf, errors } of rows) {
    const entry = counted.get(error_class) ?? { errors: new Float64Array(leaves), total: 0 };
    counted.set(error_class, entry);
    entry.total += errors;
    if (leaf !== null) entry.errors[leaf] = errors;
  }
  return counted;
}

/** Parts of the fact that come from the search; what is not a cause has no pattern and no statistics. */
function judged(group: GroupRow, { causes, restVerdict }: Located, messages: number): Row {
  const cause = causes.find(({ origin }) => origin === group.origin);
  if (cause)
    return {
      verdict: cause.verdict,
      pattern: cause.pattern,
      same_rows_as: cause.sameRowsAs.join('|'),
      messages: cause.messages,
      ...cause.statistics,
    };
  const rest = group.origin === `class:${group.error_class}`;
  const explained = causes.reduce((sum, { messages: own }) => sum + own, 0);
  return {
    verdict: rest && group.errors > 1 ? restVerdict : 'listed_only',
    pattern: '',
    same_rows_as: '',
    messages: rest ? messages - explained : 0,
  };
}

/** Searches each class for causes; without messages to compare with there is nothing to search. */
function locate(cube: Cube, counted: ReadonlyMap<string, Counted>): Map<string, Located> {
  const nothing: Located = { causes: [], restVerdict: 'listed_only' };
  return new Map(
    [...counted].map(([errorClass, { errors }]) => [
      errorClass,
      cube.sends.length === 0 ? nothing : locateErrors(cube, errors, errorClass),
    ]),
  );
}

/** Creates `fact_error_groups`: errors by class and by what they have in common. */
export async function compute(store: Query): Promise<void> {
  const reports = await store.all<{ reports: number }>('SELECT count(*) AS reports FROM std_error_reports');
  // Without reports the scan over all messages is spared.
  await writeFact(store, 'fact_error_groups', reports[0]!.reports === 0 ? [] : await readErrorGroups(store));
}

/** Rows of the fact, in order of class, size and origin. */
async function readErrorGroups(store: Query): Promise<Row[]> {
  const files = await readFiles(store);
  const leaves = await createLeaves(store);
  await createErrorRows(store);
  const steps = await readSteps(store);
  const cube = cubeOf(leaves, steps);
  const counted = await countErrors(store, leaves.length);
  const located = locate(cube, counted);
  await createCauses(store, located);
  const messages = cube.sends.reduce((sum, sends) => sum + sends, 0);
  const groups = await readGroups(store, sendsWithLeaf);
  return groups.map(
    (group): Row => ({
      ...factOf(group, steps),
      ...judged(group, located.get(group.error_class)!, messages),
      errors_of: counted.get(group.error_class)!.total,
      messages_of: messages,
      evidence: renderEvidence(parseCodes(group.codes), files),
    }),
  );
}

/** What the store counted, and the way of the communication with most of the errors. */
function factOf({ codes: _, communication, channel, ...counts }: GroupRow, steps: readonly Step[]): Row {
  const systems = stepsOf(steps, communication ?? '', channel ?? '').map((step) => step.system);
  return { ...counts, path: systems.filter((system, i) => system !== systems[i - 1]).join('|') };
}
