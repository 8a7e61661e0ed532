import { z } from 'zod';
import { integer, rowSchema } from '../model/column.js';
import { causes, confidences } from '../model/enums.js';
import { type Problem, SourceError } from '../model/errors.js';
import { evidenceSchema, findingSchema } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import type { Row, Value } from '../store/store.js';
import { fileOf } from './file-of.js';
import { parseYaml } from './parse-yaml.js';
import { readableColumns } from './relations.js';

const rowValues = z.record(z.string(), z.unknown());
const tablesSchema = z.record(z.string(), z.array(rowValues));
const count = z.int().nullable();

const expectedSchema = z.strictObject({
  subject: z.string(),
  case: z.string().optional(),
  cause: z.enum(causes).nullable().optional(),
  confidence: z.enum(confidences).optional(),
  persons: count.optional(),
  persons_of: count.optional(),
  messages: count.optional(),
  messages_of: count.optional(),
  args: findingSchema.shape.args.optional().describe('some of the args'),
  evidence: z.array(evidenceSchema).optional(),
  path: z.array(z.string()).optional(),
});
export type Expected = z.infer<typeof expectedSchema>;

const caseShape = {
  title: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
  tables: tablesSchema,
};

/** `cases.yaml`: what a rule keeps quiet about, then what it says. */
const casesSchema = z.strictObject({
  base: z
    .record(z.string(), rowValues)
    .default({})
    .describe('per table, what each row of a case starts from'),
  quiet: z.array(z.strictObject(caseShape)).min(1),
  firing: z.array(z.strictObject({ ...caseShape, findings: z.array(expectedSchema).min(1) })).min(1),
});

export interface RuleCase {
  readonly kind: 'quiet' | 'firing';
  readonly title: string;
  readonly parameters: Readonly<Record<string, string | number | string[]>>;
  readonly tables: ReadonlyMap<string, Row[]>;
  readonly findings: readonly Expected[];
}

const stored = (value: unknown): Value =>
  Array.isArray(value) ? value.join('|') : ((value ?? null) as Value);

/** Where a row of a small table stands. */
const places = { _source: integer('number of the source'), _row: integer('row of its file') };
const hasPlaces = (name: string): boolean => name.startsWith('std_') && name !== 'std_sources';

/** A row of a case as it goes into the store, or what is wrong with it. */
function toRow(rule: Rule, name: string, values: Record<string, unknown>): Row | string {
  const known = readableColumns(name, rule);
  const columns = known && hasPlaces(name) ? { ...known, ...places } : known;
  if (!columns) return `${name} is neither a fact nor a small table`;
  const result = rowSchema(columns).strict().safeParse(values);
  if (!result.success)
    return result.error.issues.map(({ path, message }) => `${name}.${path.join('.')}: ${message}`).join('; ');
  return Object.fromEntries(Object.entries(result.data).map(([column, value]) => [column, stored(value)]));
}

/** Reads `cases.yaml` of a rule. Throws a SourceError with every row that does not fit its table. */
export function readCases(rule: Rule): RuleCase[] {
  const file = fileOf(rule, 'cases.yaml');
  const { base, quiet, firing } = parseYaml(file, rule.cases, casesSchema);
  const problems: Problem[] = [];
  const rowsOf = (title: string, name: string, rows: Record<string, unknown>[]): Row[] =>
    rows.flatMap((values) => {
      const row = toRow(rule, name, { ...base[name], ...values });
      if (typeof row !== 'string') return [row];
      problems.push({ place: { file }, message: `case '${title}': ${row}` });
      return [];
    });
  const read =
    (kind: RuleCase['kind']) =>
    (one: (typeof quiet)[number] & { findings?: Expected[] }): RuleCase => ({
      kind,
      title: one.title,
      parameters: one.parameters ?? {},
      tables: new Map(
        Object.entries(one.tables).map(([name, rows]) => [name, rowsOf(one.title, name, rows)]),
      ),
      findings: one.findings ?? [],
    });
  const cases = [...quiet.map(read('quiet')), ...firing.map(read('firing'))];
  if (problems.length > 0) throw new SourceError(problems);
  return cases;
}
