import type { Query } from '../store/store.js';
import { chooseRules } from './choose-blocks.js';
import { explainPair } from './explain.js';
import { fieldsOf } from './fields.js';
import { homeBound } from './homes.js';
import { joinRecords } from './join.js';
import { keysOf } from './keys.js';
import { comparePairs, readEqual, readPatterns, readRandom } from './pairs.js';
import { createForms, createRecords, readSizes, sampleKeys } from './records.js';
import { scorePairs } from './score.js';
import { withSounds } from './sounding.js';
import { summarise } from './summary.js';
import { train } from './train.js';
import type { Linkage, LinkRequest } from './types.js';

/** Values held by more records are no key of their own. */
const crowd = 300;
/** Pairs to compare: all that few records make, a fixed number a record of many. */
const budgetOf = (records: number): number => Math.max(1_500_000, 12 * records);

/** Which records are one person: tables and answers as `types.ts` says. Throws nothing of its own. */
export async function linkRecords(store: Query, request: LinkRequest): Promise<Linkage> {
  const timings: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    request.onProgress?.(name);
    const start = performance.now();
    const result = await work();
    timings[name] = performance.now() - start;
    return result;
  };
  const { compare, threshold = 0.5 } = request;
  const plain = fieldsOf(request.columns);
  await step('normalise', () => createForms(store, request, plain));
  const { fields, keys, crowded } = await step('sounds', () => withSounds(store, plain, keysOf(plain)));
  const { records, largest, pairs } = await readSizes(store, compare);
  const sample = await sampleKeys(store, fields, keys, records);
  const { rules } = await step('block', () =>
    chooseRules(keys, sample.filled, sample.hashes, {
      records,
      scale: sample.scale,
      budget: budgetOf(records),
    }),
  );
  await step('index', () => createRecords(store, rules, keys, crowd));
  await step('compare', () => comparePairs(store, fields, rules, compare));
  const patterns = await readPatterns(store, fields);
  const random = await step('sample', () => readRandom(store, fields, records, compare));
  const equal = await readEqual(store, fields, compare);
  const parameters = await step('train', () => train(fields, { patterns, random, equal, records, pairs }));
  const homes = homeBound(fields, patterns, parameters);
  await step('score', () => scorePairs(store, fields, patterns, { parameters, homes, largest }));
  await step('join', () => joinRecords(store, request));
  const compared = patterns.reduce((sum, { count }) => sum + count, 0);
  const done = { fields, keys, rules, filled: sample.filled, parameters };
  const summary = await summarise(store, done, { compared, threshold, crowdedNames: crowded });
  return {
    summary: { ...summary, timings },
    explainPair: (a, b) => explainPair(store, fields, { parameters, homes }, { a, b }),
  };
}
