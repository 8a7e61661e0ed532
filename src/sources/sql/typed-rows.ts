import { sqlType } from '../../store/schema.js';
import { quoteName } from '../../store/store.js';
import type { Plan, Reading } from '../mapping/plan.js';
import { type Cells, derivedOf } from './derived.js';
import { problemOf, skipOf, surelyFine, textOf, valueOf } from './reading.js';

/** SQL that turns raw text rows into typed rows, and how records are found in them. */
export interface TypedRows {
  /** One row per raw row. */
  readonly select: string;
  /** For each record of a wide row: canonical column → SQL over the typed row; conditions for being used. */
  readonly records: readonly { readonly columns: ReadonlyMap<string, string>; readonly used: string }[];
  /** SQL over the typed row: problems of all its records, NULL when there is none. */
  readonly problems: string;
}

/** Gives equal SQL the same name, so that what wide records share is computed and kept once. */
class Names {
  readonly byText = new Map<string, string>();
  constructor(private readonly prefix: string) {}
  of(sql: string): string {
    const known = this.byText.get(sql);
    if (known !== undefined) return known;
    const name = `${this.prefix}${this.byText.size}`;
    this.byText.set(sql, name);
    return name;
  }
  get select(): string[] {
    return [...this.byText].map(([sql, name]) => `${sql} AS ${name}`);
  }
}

const isRead = (reading: Reading): boolean => reading.from !== undefined || reading.constant !== undefined;

interface Layers {
  readonly texts: Names;
  readonly values: Names;
  readonly kept: Names;
  readonly flags: Names;
}

const rawOf = (reading: Reading): string =>
  reading.from ? `r${reading.from.index}` : `'${(reading.constant ?? '').replaceAll("'", "''")}'`;

/** Finds the problem of a row in the rare case: a list, or NULL when the quick test was too strict. */
const listed = (problems: readonly string[]): string =>
  `nullif(list_filter([${problems.join(', ')}], lambda x: x IS NOT NULL), [])`;

function recordOf(record: readonly Reading[], table: Plan['table'], layers: Layers) {
  const read = record.filter(isRead).map((reading) => {
    const text = textOf(reading);
    const named = text === rawOf(reading) ? text : layers.texts.of(text);
    const value = layers.values.of(valueOf(reading, named));
    return { reading, value, text: named, raw: rawOf(reading) };
  });
  const cells: Cells = new Map(
    read.map(({ reading, value, raw }) => [
      reading.column,
      {
        raw,
        value,
        column: reading.from?.header ?? reading.column,
        clockFormat: /%-?[HIMS]/.test(reading.format ?? ''),
      },
    ]),
  );
  const derived = derivedOf[table.name];
  const values = derived?.values(cells) ?? {};
  const present = (items: readonly (string | undefined)[]): string[] =>
    items.filter((item) => item !== undefined);
  const skip = present(read.map(({ reading, raw }) => skipOf(reading, raw))).join(' OR ');
  const fine = present(read.map(({ reading, text, value }) => surelyFine(reading, text, value)));
  const wrong = present(
    read.map(({ reading, raw, text, value }) => problemOf(reading, text === raw ? raw : raw, value)),
  );
  const allFine = [...fine, ...(derived?.fine(cells) ?? [])].join(' AND ') || 'true';
  const problems = [...wrong, ...(derived?.problems(cells) ?? [])];
  const quick = skip ? `(${skip}) OR (${allFine})` : allFine;
  const problem =
    problems.length === 0
      ? undefined
      : layers.flags.of(`CASE WHEN ${quick} THEN NULL ELSE ${listed(problems)} END`);
  const skipped = skip ? layers.flags.of(skip) : undefined;
  const columns = new Map(
    Object.entries(table.columns).map(([column, spec]) => {
      const sql = values[column] ?? cells.get(column)?.value;
      const type = sqlType(spec);
      return [
        column,
        sql === undefined ? `CAST(NULL AS ${type})` : layers.kept.of(`CAST(${sql} AS ${type})`),
      ];
    }),
  );
  return { columns, problem, skipped };
}

/** Types `relation`, which has raw text columns `r0, r1, …`; `carry` are further columns handed through. */
export function typedRows(plan: Plan, relation: string, carry: readonly string[] = []): TypedRows {
  const layers = {
    texts: new Names('t'),
    values: new Names('v'),
    kept: new Names('c'),
    flags: new Names('p'),
  };
  const records = plan.records.map((record) => recordOf(record, plan.table, layers));
  const texts = `SELECT ${['*', ...layers.texts.select].join(', ')} FROM ${relation}`;
  const values = `SELECT ${['*', ...layers.values.select].join(', ')} FROM (${texts})`;
  const kept = [...carry.map(quoteName), ...layers.kept.select, ...layers.flags.select];
  const problems = [...new Set(records.flatMap(({ problem }) => problem ?? []))];
  return {
    select: `SELECT ${kept.join(', ')} FROM (${values})`,
    records: records.map(({ columns, problem, skipped }) => ({
      columns,
      used:
        [problem && `${problem} IS NULL`, skipped && `NOT ${skipped}`].filter(Boolean).join(' AND ') ||
        'true',
    })),
    problems:
      problems.length === 0
        ? 'NULL'
        : problems.length === 1
          ? problems[0]!
          : `nullif(flatten([${problems.map((one) => `coalesce(${one}, [])`).join(', ')}]), [])`,
  };
}
