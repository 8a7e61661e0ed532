import { wholePair } from '../model/link.js';
import type { Query } from '../store/store.js';
import { type Field, levelsIn, personalIn, selectPatterns } from './fields.js';
import { evidenceOf, homeEvidence, type Parameters, priorOf, probabilityOf } from './model.js';
import { frequencyOf } from './score.js';
import type { Role, Waterfall, WaterfallStep } from './types.js';

/** The step of a pair of which nothing that is a person's own agrees. */
const nothingPersonal = {
  column: wholePair,
  role: 'other' as Role,
  left: null,
  right: null,
  level: 'nothing agrees',
  frequency: 0,
};

/** The step of such a pair where many records share a home and nothing else. */
const manyHomes = { ...nothingPersonal, level: 'as of people who live together' };

/** Why a pair is a link, or is none: what each field weighs. Needs `work_link_records` and `work_link_values`. */
export async function explainPair(
  store: Query,
  fields: readonly Field[],
  { parameters, homes }: { readonly parameters: Parameters; readonly homes: number },
  pair: { readonly a: number; readonly b: number },
): Promise<Waterfall> {
  const sides = fields.flatMap(({ name }, i) => [`l.${name} AS l${i}`, `r.${name} AS r${i}`]);
  const from = 'work_link_records l, work_link_records r WHERE l.record = $a AND r.record = $b';
  const more = fields.map((_, i) => `${frequencyOf(fields, i, parameters)} AS t${i}`);
  const values = fields.map(
    (_, i) => `LEFT JOIN work_link_values v${i} ON v${i}.field = ${i} AND v${i}.value = h.l${i}`,
  );
  const [row] = await store.all(
    `SELECT h.*, ${more.join(', ')} FROM (${selectPatterns(fields, sides, from)}) h ${values.join(' ')}`,
    { a: pair.a, b: pair.b },
  );
  const levels = levelsIn(Number(row!.pattern), fields.length);
  const evidence = evidenceOf(fields, parameters);
  const steps: WaterfallStep[] = fields.map((field, i) => ({
    column: field.column,
    role: field.role,
    left: row![`l${i}`] as string | null,
    right: row![`r${i}`] as string | null,
    level: levels[i] === 0 ? 'unknown' : field.levels[levels[i]! - 1]!,
    weight: evidence(levels, i),
    frequency: Number(row![`t${i}`]),
  }));
  const home = homeEvidence(fields, levels);
  if (home !== 0) steps.push({ ...nothingPersonal, weight: home });
  const prior = priorOf(parameters);
  const sum = steps.reduce((bits, step) => bits + step.weight + step.frequency, prior);
  const weight = personalIn(fields, levels) === 'differs' ? Math.min(sum, homes) : sum;
  if (weight < sum) steps.push({ ...manyHomes, weight: weight - sum });
  return { ...pair, prior, steps, weight, probability: probabilityOf(weight) };
}
