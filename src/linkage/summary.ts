import type { Query } from '../store/store.js';
import { type Rule, recallOf } from './choose-blocks.js';
import type { Field } from './fields.js';
import type { Key } from './keys.js';
import { type Parameters, priorOf } from './model.js';
import type { Block, FieldModel, LinkSummary } from './types.js';

/** The model as people read it. */
export const modelOf = (fields: readonly Field[], { m, u }: Parameters): FieldModel[] =>
  fields.map(({ column, role, levels, comparison }, f) => ({
    column,
    role,
    levels: levels.map((name, i) => ({
      name,
      m: m[f]![i + 1]!,
      u: u[f]![i + 1]!,
      weight: Math.log2(m[f]![i + 1]! / u[f]![i + 1]!),
      byFrequency: comparison.tests[i]?.byFrequency ?? false,
    })),
  }));

/** Rules as people read them, with what was left out because too many records share a value. */
export async function blocksOf(store: Query, rules: readonly Rule[], keys: readonly Key[]): Promise<Block[]> {
  if (rules.length === 0) return [];
  const crowds = await store.all<{ rule: number; n: number; pairs: number }>(`
    SELECT rule, count(*) AS n, CAST(sum(records * (records - 1) // 2) AS BIGINT) AS pairs
    FROM work_link_crowds GROUP BY rule ORDER BY rule`);
  const dropped = new Map(crowds.map(({ rule, n, pairs }) => [rule, { values: n, pairs }]));
  const counts = await store.all<Record<string, number>>(
    `SELECT ${rules.map((_, i) => `(SELECT CAST(coalesce(sum(n * (n - 1) // 2), 0) AS BIGINT) FROM (SELECT count(*) AS n FROM work_link_records WHERE b${i} IS NOT NULL GROUP BY b${i}) c) AS p${i}`).join(', ')}`,
  );
  return rules.map((rule, i) => ({
    keys: rule.map((key) => keys[key]!.label),
    pairs: counts[0]![`p${i}`]!,
    dropped: dropped.get(i) ?? { values: 0, pairs: 0 },
  }));
}

interface Done {
  readonly fields: readonly Field[];
  readonly keys: readonly Key[];
  readonly rules: readonly Rule[];
  readonly filled: readonly number[];
  readonly parameters: Parameters;
}

/** Share of pairs of one person that some rule finds, were errors of fields independent. */
function blockingRecall({ fields, keys, rules, filled, parameters: { m } }: Done): number {
  const same = m.map((shares) => shares[1]!);
  const differs = m.map((shares, f) => shares[fields[f]!.levels.length]!);
  return recallOf(rules, keys, filled, { same, differs });
}

type Counts = { records: number; sources: number; persons: number; links: number; sure: number; all: number };

const counts = (threshold: number): string => `
  SELECT (SELECT count(*) FROM work_link_records) AS records,
         (SELECT count(DISTINCT source) FROM work_link_records) AS sources,
         (SELECT count(DISTINCT person) FROM work_link_persons) AS persons,
         count(*) FILTER (ppm >= ${threshold * 1e6}) AS links,
         CAST(coalesce(sum(ppm) FILTER (ppm >= ${threshold * 1e6}), 0) AS BIGINT) AS sure,
         CAST(coalesce(sum(ppm), 0) AS BIGINT) AS "all"
  FROM work_link_pairs`;

/** Everything that is told of a run but its times. */
export async function summarise(
  store: Query,
  done: Done,
  run: { readonly compared: number; readonly threshold: number; readonly crowdedNames: number },
): Promise<Omit<LinkSummary, 'timings'>> {
  const [found] = await store.all<Counts>(counts(run.threshold));
  const { records, sources, persons, links, sure, all } = found!;
  const recall = blockingRecall(done);
  return {
    records,
    sources,
    model: { fields: modelOf(done.fields, done.parameters), prior: priorOf(done.parameters) },
    blocks: await blocksOf(store, done.rules, done.keys),
    ...run,
    links,
    persons,
    estimated: {
      blockingRecall: links === 0 ? null : recall,
      precision: links === 0 ? null : sure / 1e6 / links,
      recall: links === 0 ? null : (sure / all) * recall,
    },
  };
}
