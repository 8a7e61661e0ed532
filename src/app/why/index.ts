import { aliasesOf } from '../../localisation/aliases.js';
import { sum } from '../../localisation/counts.js';
import { type Localisation, localise, usualSettings } from '../../localisation/localise.js';
import { rivalsOf } from '../../localisation/rivals.js';
import { describePatterns, renderChance } from '../../localisation/statistics.js';
import type { Condition, LeafTable } from '../../localisation/types.js';
import { judgeLocalisation } from '../../localisation/verdict.js';
import { SourceError } from '../../model/errors.js';
import type { WhyCause, WhyReport } from '../../model/why.js';
import { openStore } from '../../store/duckdb.js';
import { explainExhausted, isExhausted, usualMemoryLimit } from '../../store/limits.js';
import { type ReadTable, readTable } from './read-table.js';
import type { WhyRequest } from './request.js';

export type { WhyRequest } from './request.js';

type Announce = (stage: string, detail?: string) => void;

const toPattern = (table: LeafTable, conditions: readonly Condition[]): Record<string, string> =>
  Object.fromEntries(
    conditions.map(({ attribute, value }) => [
      table.attributes[attribute]!,
      table.values[attribute]![value]!,
    ]),
  );

const rounded = (value: number): number => Number(value.toFixed(4));

function causesOf(table: LeafTable, found: Localisation): WhyCause[] {
  const statistics = describePatterns(table, found);
  const named = (conditions: readonly Condition[]) => toPattern(table, conditions);
  return found.patterns.map((pattern, i) => {
    const { ratio, ratioLow, ratioHigh, explained, lnChance } = statistics[i]!;
    return {
      pattern: named(pattern.conditions),
      errors: pattern.errors,
      total: pattern.totals,
      expected: rounded(pattern.expected),
      ratio: rounded(ratio),
      ratio_low: rounded(ratioLow),
      ratio_high: rounded(ratioHigh),
      explained: rounded(explained),
      p_adjusted: renderChance(lnChance),
      gain: rounded(pattern.gain),
      same_rows_as: aliasesOf(table, found.slices, pattern.conditions).map(named),
      rivals: rivalsOf(table, found.slices, pattern).map(named),
    };
  });
}

type Searched = Pick<WhyReport, 'verdict' | 'causes' | 'expected' | 'timings'>;

function search(table: LeafTable, { layers, leastErrors }: WhyRequest, readMs: number): Searched {
  const start = performance.now();
  const settings = { ...usualSettings, layers, leastErrors };
  const found = localise(table, settings);
  const causes = causesOf(table, found);
  const isTied = causes.some(({ rivals }) => rivals.length > 0);
  return {
    verdict: judgeLocalisation(table, found, isTied, settings),
    causes,
    expected: rounded(sum(found.expected)),
    timings: { read_ms: Math.round(readMs), search_ms: Math.round(performance.now() - start) },
  };
}

function toReport(request: WhyRequest, read: ReadTable, searched: Searched): WhyReport {
  const { table, leftOut, rowsIn, rowsSetAside, setAside } = read;
  return {
    file: request.file,
    ...searched,
    errors: sum(table.now.errors),
    total: sum(table.now.totals),
    history: table.before !== undefined,
    attributes: table.attributes.map((attribute, i) => ({ attribute, values: table.values[i]!.length })),
    left_out: [...leftOut],
    leaves: table.now.errors.length,
    rows_in: rowsIn,
    rows_used: rowsIn - rowsSetAside,
    rows_set_aside: rowsSetAside,
    set_aside: setAside.map(({ row, column, expected }) => ({ row, column, expected })),
  };
}

const asSearched = (error: unknown): unknown =>
  error instanceof SourceError ? new SourceError(error.problems, 'searched') : error;

/** Searches a table of counts for the combinations of values that explain its errors. */
export async function why(request: WhyRequest, announce: Announce): Promise<WhyReport> {
  const { memoryLimit = usualMemoryLimit(), folder } = request;
  const store = await openStore({ temporary: folder, memoryLimit });
  try {
    announce('reading the table');
    const start = performance.now();
    const read = await readTable(store, request);
    announce('searching for causes');
    return toReport(request, read, search(read.table, request, performance.now() - start));
  } catch (error) {
    throw isExhausted(error) ? explainExhausted(error, memoryLimit, folder) : asSearched(error);
  } finally {
    store.close();
  }
}
