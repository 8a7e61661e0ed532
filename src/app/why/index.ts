import { aliasesOf } from '../../localisation/aliases.js';
import { type AmountTable, localiseAmounts, usualAmountSettings } from '../../localisation/amounts.js';
import { sum } from '../../localisation/counts.js';
import { describeAmounts, judgeAmounts } from '../../localisation/describe-amounts.js';
import { localise, usualSettings } from '../../localisation/localise.js';
import { rivalsOf } from '../../localisation/rivals.js';
import { describePatterns, renderChance, type Statistics } from '../../localisation/statistics.js';
import type { Condition, Found, LeafTable } from '../../localisation/types.js';
import { judgeLocalisation } from '../../localisation/verdict.js';
import { SourceError } from '../../model/errors.js';
import type { AmountWhyCause, WhyCause, WhyReport } from '../../model/why.js';
import { openStore } from '../../store/duckdb.js';
import { followStatements } from '../../store/follow-statements.js';
import { engineShare, explainExhausted, isExhausted, usualMemoryLimit } from '../../store/limits.js';
import type { Announce } from '../run-request.js';
import { type ReadTable, readTable } from './read-table.js';
import type { WhyRequest } from './request.js';

export type { WhyRequest } from './request.js';

const toPattern = (
  table: Pick<LeafTable, 'attributes' | 'values'>,
  conditions: readonly Condition[],
): Record<string, string> =>
  Object.fromEntries(
    conditions.map(({ attribute, value }) => [
      table.attributes[attribute]!,
      table.values[attribute]![value]!,
    ]),
  );

const rounded = (value: number): number => Number(value.toFixed(4));

/** What errors and amounts have in common: a pattern, its figures, and other names of it. */
function commonOf(
  table: Pick<LeafTable, 'attributes' | 'values'>,
  { conditions, gain }: Found,
  { ratio, ratioLow, ratioHigh, explained, lnChance }: Statistics,
  [aliases, rivals]: readonly [readonly Condition[][], readonly Condition[][]],
): Omit<AmountWhyCause, 'amount' | 'forecast'> {
  const named = (name: readonly Condition[]) => toPattern(table, name);
  return {
    pattern: named(conditions),
    ratio: rounded(ratio),
    ratio_low: rounded(ratioLow),
    ratio_high: rounded(ratioHigh),
    explained: rounded(explained),
    p_adjusted: renderChance(lnChance),
    gain: rounded(gain),
    same_rows_as: aliases.map(named),
    rivals: rivals.map(named),
  };
}

type Settings = Parameters<typeof localise>[1];

function searchErrors(table: LeafTable, settings: NonNullable<Settings>) {
  const found = localise(table, settings);
  const statistics = describePatterns(table, found);
  const causes = found.patterns.map((pattern, i): WhyCause => {
    const aliases = aliasesOf(table, found.slices, pattern.conditions);
    const names = [aliases, rivalsOf(table, found.slices, pattern)] as const;
    const { errors, totals: total, expected } = pattern;
    return { errors, total, expected: rounded(expected), ...commonOf(table, pattern, statistics[i]!, names) };
  });
  const isTied = causes.some(({ rivals }) => rivals.length > 0);
  return {
    verdict: judgeLocalisation(table, found, isTied, settings),
    causes,
    errors: sum(table.now.errors),
    total: sum(table.now.totals),
    expected: rounded(sum(found.expected)),
  };
}

function searchAmounts(table: AmountTable, layers: number) {
  const found = localiseAmounts(table, { ...usualAmountSettings, layers });
  const statistics = describeAmounts(table, found);
  const counted = { ...table, now: { totals: table.forecasts, errors: found.deviations } };
  const causes = found.patterns.map((pattern, i): AmountWhyCause => {
    const names = [aliasesOf(counted, found.slices, pattern.conditions), []] as const;
    const { amount, forecast } = pattern;
    return {
      amount: rounded(amount),
      forecast: rounded(forecast),
      ...commonOf(table, pattern, statistics[i]!, names),
    };
  });
  return {
    verdict: judgeAmounts(table, found, false),
    causes,
    amount: rounded(sum(table.amounts)),
    forecast: rounded(sum(table.forecasts)),
  };
}

function toReport(request: WhyRequest, read: ReadTable, readMs: number): WhyReport {
  const { table, leftOut, rowsIn, rowsSetAside, setAside } = read;
  const start = performance.now();
  const { layers, leastErrors } = request;
  const searched =
    'amounts' in table
      ? searchAmounts(table, layers)
      : searchErrors(table, { ...usualSettings, layers, leastErrors });
  const searchMs = performance.now() - start;
  return {
    file: request.file,
    ...searched,
    history: 'now' in table && table.before !== undefined,
    attributes: table.attributes.map((attribute, i) => ({ attribute, values: table.values[i]!.length })),
    left_out: [...leftOut],
    leaves: table.codes[0]?.length ?? 0,
    rows_in: rowsIn,
    rows_used: rowsIn - rowsSetAside,
    rows_set_aside: rowsSetAside,
    set_aside: setAside.map(({ row, column, expected }) => ({ row, column, expected })),
    timings: { read_ms: Math.round(readMs), search_ms: Math.round(searchMs) },
  };
}

const asSearched = (error: unknown): unknown =>
  error instanceof SourceError ? new SourceError(error.problems, 'searched') : error;

/** Searches a table of counts for the combinations of values that explain its errors. */
export async function why(request: WhyRequest, announce: Announce): Promise<WhyReport> {
  const { memoryLimit = usualMemoryLimit(), folder } = request;
  const store = await openStore({ temporary: folder, memoryLimit: engineShare(memoryLimit) });
  try {
    const far = followStatements(store);
    announce('reading the table', undefined, () => ({ share: far(), rows: null, at: [] }));
    const start = performance.now();
    const read = await readTable(store, request);
    const readMs = performance.now() - start;
    announce('searching for causes');
    return toReport(request, read, readMs);
  } catch (error) {
    throw isExhausted(error) ? explainExhausted(error, memoryLimit, folder) : asSearched(error);
  } finally {
    store.close();
  }
}
