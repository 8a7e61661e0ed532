import { countOf } from '../../report/parts/shares.js';
import { compareText } from '../../text/compare.js';
import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { Table } from '../pictures/picture.js';
import type { Answer } from './answer.js';
import { drawReach, type Reached, time } from './reach-picture.js';

/** Everything a change in `from` reaches, the earliest first; what takes an unknown time last. */
function reachedFrom(atlas: Atlas, from: string, field: string | undefined): Reached[] {
  return atlas.map.systems
    .flatMap(({ system_id }) => {
      const way = system_id === from ? undefined : atlas.graph.way(from, system_id, field);
      const latest = atlas.latest?.(from, system_id, field);
      return way
        ? [
            {
              system_id,
              latency_s: way.latency,
              way: way.systems,
              ...(latest !== undefined && { latest_s: latest }),
            },
          ]
        : [];
    })
    .sort(
      (a, b) =>
        (a.latency_s ?? Number.MAX_VALUE) - (b.latency_s ?? Number.MAX_VALUE) ||
        a.way.length - b.way.length ||
        compareText(a.system_id, b.system_id),
    );
}

interface Sorted {
  readonly inTime: readonly Reached[];
  readonly late: readonly Reached[];
  /** With a limit: what nobody can say of. */
  readonly unknown: readonly Reached[];
  /** Systems without a way to them. */
  readonly never: readonly string[];
  readonly others: number;
}

function sortOut({ map }: Atlas, from: string, all: readonly Reached[], within: number | undefined): Sorted {
  const heard = new Set([from, ...all.map(({ system_id }) => system_id)]);
  const fits = ({ latency_s }: Reached): boolean =>
    within === undefined || (latency_s !== null && latency_s <= within);
  return {
    inTime: all.filter(fits),
    late: all.filter((reached) => !fits(reached) && reached.latency_s !== null),
    unknown: all.filter((reached) => !fits(reached) && reached.latency_s === null),
    never: map.systems
      .flatMap(({ system_id }) => (heard.has(system_id) ? [] : [system_id]))
      .sort(compareText),
    others: map.systems.length - 1,
  };
}

/** How many are in time on most days only. */
const luckyOf = (reached: readonly Reached[], within: number | undefined): number =>
  within === undefined ? 0 : reached.filter(({ latest_s }) => (latest_s ?? 0) > within).length;

function tell(
  { inTime, late, unknown, never, others }: Sorted,
  what: string,
  limit: string,
  within: number | undefined,
): string[] {
  const lucky = luckyOf(inTime, within);
  return [
    `${what} reaches ${inTime.length} of ${countOf(others, 'other system')}${limit}.`,
    ...(lucky > 0 ? [`For ${lucky} of them it takes longer when a change just misses a job.`] : []),
    ...(late.length > 0
      ? [`It reaches ${late.length} more later, the last after ${renderSeconds(late.at(-1)!.latency_s!)}.`]
      : []),
    ...(unknown.length > 0 ? [`For ${unknown.length} more a flow on the way states no time.`] : []),
    ...(never.length > 0
      ? [`${countOf(never.length, 'system')} never ${never.length === 1 ? 'hears' : 'hear'} of it.`]
      : []),
  ];
}

function tableOf(atlas: Atlas, reached: readonly Reached[]): Table {
  const timed = reached.some(({ latest_s }) => latest_s !== undefined);
  return {
    caption: 'Systems in the order in which they hear of it',
    heads: ['System', 'Silo', 'After', ...(timed ? ['At worst'] : []), 'Over'],
    rows: reached.map(({ system_id, latency_s, latest_s, way }) => [
      atlas.system(system_id).name,
      atlas.siloOf(system_id),
      time(latency_s),
      ...(timed ? [time(latest_s ?? null)] : []),
      way.length === 2
        ? 'directly'
        : way
            .slice(1, -1)
            .map((id) => atlas.system(id).name)
            .join(', '),
    ]),
    numeric: [],
  };
}

/** What the sentences only count: who hears of it too late, at a time nobody states, or never. */
const missedTable = (atlas: Atlas, { late, unknown, never }: Sorted): Table => ({
  caption: 'Systems that do not hear of it, or not in time',
  heads: ['System', 'Silo', 'What happens'],
  rows: [
    ...late.map(({ system_id, latency_s }) => [system_id, `after ${time(latency_s)}`] as const),
    ...unknown.map(({ system_id }) => [system_id, 'a flow on the way states no time'] as const),
    ...never.map((id) => [id, 'never'] as const),
  ].map(([id, what]) => [atlas.system(id).name, atlas.siloOf(id), what]),
  numeric: [],
});

/** `--reach A --within T [--field F]`: which systems hear of a change, and when. */
export function askReach(atlas: Atlas, from: string, within: number | undefined, field?: string): Answer {
  const sorted = sortOut(atlas, from, reachedFrom(atlas, from, field), within);
  const { name } = atlas.system(from);
  const limit = within === undefined ? '' : ` within ${renderSeconds(within)}`;
  const what = field === undefined ? `What leaves ${name}` : `A change of ${field} in ${name}`;
  const question = `What does ${field === undefined ? name : `a change of ${field} in ${name}`} reach${limit}?`;
  const sentences = tell(sorted, what, limit, within);
  const table = tableOf(atlas, sorted.inTime);
  return {
    question,
    sentences,
    tables: [table, missedTable(atlas, sorted)],
    facts: {
      question: 'reach',
      from,
      field: field ?? null,
      within_s: within ?? null,
      reached: sorted.inTime,
      later: sorted.late,
      unknown: sorted.unknown,
      never: sorted.never,
      of: sorted.others,
    },
    picture: drawReach(atlas, from, sorted.inTime, {
      id: 'reach',
      title: question,
      description: sentences.join(' '),
      table,
    }),
  };
}
