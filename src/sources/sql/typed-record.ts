import { sqlType, wordType } from '../../store/schema.js';
import { quoteText } from '../../store/store.js';
import type { Plan, Reading } from '../mapping/plan.js';
import { cellOf, frontsOf } from './cell.js';
import { type Cells, derivedOf } from './derived.js';
import { hasClock } from './formats.js';
import type { Look } from './look.js';
import type { Layers } from './names.js';
import { checkedOf, problemOf, settled, skipOf, surelyFine, textOf, typedOf } from './reading.js';

/** One record of a row: where its values, its problems and its being skipped stand in the typed row. */
export interface TypedRecord {
  readonly columns: ReadonlyMap<string, string>;
  readonly problems?: string;
  readonly skipped?: string;
}

interface ReadCell {
  readonly reading: Reading;
  readonly raw: string;
  /** The raw text with its code translated. */
  readonly text: string;
  readonly value: string;
  /** The value is the same in every row. */
  readonly settled: boolean;
}

const isRead = ({ from, constant }: Reading): boolean => from !== undefined || constant !== undefined;
const isLiteral = (sql: string): boolean => sql.startsWith("'");
const isPlain = (sql: string): boolean => /^r\d+$/.test(sql) || isLiteral(sql);
const present = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined);

function readCell(reading: Reading, { cells, texts, values, checked }: Layers, look: Look): ReadCell {
  const named = (sql: string): string => (isPlain(sql) ? sql : cells.of(sql));
  const raw = named(cellOf(reading));
  const constant = settled(reading);
  if (constant !== undefined) return { reading, raw, text: raw, value: quoteText(constant), settled: true };
  const read = textOf(reading, raw, frontsOf(reading).map(named));
  const text = read === raw ? raw : texts.of(read);
  const value = values.of(typedOf(reading, text, look));
  const sound = checkedOf(reading, value);
  return { reading, raw, text, value: sound === value ? value : checked.of(sound), settled: false };
}

const cellsOf = (read: readonly ReadCell[]): Cells =>
  new Map(
    read.map(({ reading, raw, value }) => {
      const column = reading.from?.header ?? reading.column;
      return [reading.column, { raw, value, column, clockFormat: hasClock(reading.format ?? '') }];
    }),
  );

/** One problem of a row that says nothing, instead of one for each value it lacks. */
const emptyRow = (expected: string): string =>
  `[{'column': CAST(NULL AS VARCHAR), 'value': CAST(NULL AS VARCHAR), 'expected': ${quoteText(expected)}}]`;

/**
 * The problems of a record as a list; looked for only when the cheap test of the whole record fails. Where they
 * are not looked at as a whole, `true` stands for the list.
 */
function problemsOf(
  read: readonly ReadCell[],
  cells: Cells,
  { table, expectedRow }: Plan,
  skip: string,
  look: Look,
): string | undefined {
  const derived = derivedOf[table.name];
  const all = [
    ...present(read.map(({ reading, raw, value }) => problemOf(reading, raw, value))),
    ...(derived?.problems(cells) ?? []),
  ];
  if (all.length === 0) return undefined;
  const fine = present(read.map(({ reading, raw, value }) => surelyFine(reading, raw, value)));
  const quick = [...fine, ...(derived?.fine(cells) ?? [])].join(' AND ') || 'true';
  const without = skip ? `(${skip}) OR (${quick})` : quick;
  if (look !== 'whole') return `CASE WHEN ${without} THEN NULL ELSE true END`;
  const list = `nullif(list_filter([${all.join(', ')}], lambda x: x IS NOT NULL), [])`;
  const raws = read.filter(({ reading }) => reading.from).map(({ raw }) => raw);
  const empty =
    raws.length > 1 ? `WHEN coalesce(${raws.join(', ')}) IS NULL THEN ${emptyRow(expectedRow)}` : '';
  return `CASE WHEN ${without} THEN NULL ${empty} ELSE ${list} END`;
}

/** Adds what a record needs to the layers. */
export function typedRecord(record: readonly Reading[], plan: Plan, layers: Layers, look: Look): TypedRecord {
  const { table } = plan;
  const all = record.filter(isRead).map((reading) => readCell(reading, layers, look));
  const read = all.filter((cell) => !cell.settled);
  const cells = cellsOf(all);
  const values = derivedOf[table.name]?.values(cells) ?? {};
  const skip = present(read.map(({ reading, raw, text }) => skipOf(reading, raw, text))).join(' OR ');
  const problems = problemsOf(read, cells, plan, skip, look);
  const columns = Object.entries(table.columns).map(([column, spec]): [string, string] => {
    const sql = values[column] ?? cells.get(column)?.value;
    const type = sqlType(spec);
    const typed = `CAST(${sql ?? 'NULL'} AS ${type})`;
    if (sql === undefined || isLiteral(sql)) return [column, typed];
    const word = look === 'whole' ? wordType(spec) : undefined;
    return [
      column,
      word ? `CAST(${layers.kept.of(`CAST(${sql} AS ${word})`)} AS ${type})` : layers.kept.of(typed),
    ];
  });
  return {
    columns: new Map(columns),
    ...(problems && { problems: layers.kept.of(problems) }),
    ...(skip && { skipped: layers.kept.of(skip) }),
  };
}
