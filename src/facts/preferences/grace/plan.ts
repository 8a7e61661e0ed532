import { channels } from '../../../model/enums.js';
import { noRegimes } from '../../../model/regimes.js';
import { type Query, quoteText } from '../../../store/store.js';
import type { FactContext } from '../../context.js';
import { createDeadlines, type DeadlineKind } from './deadlines.js';
import { type Grace, graceFor, renderGrace } from './rules.js';

/** How SQL finds the end of grace of an opt-out. */
export interface GracePlan {
  /** Joins to a query over choices with their form, for messages of a channel; all three SQL. */
  joins(form: string, channel: string, certainAt: string): string;
  /** SQL of milliseconds after which a message ignores the opt-out. */
  due(certainAt: string): string;
  /** SQL of the words for the grace in force, NULL where it is nobody's word. */
  readonly words: string;
}

const dayMs = 86_400_000;

const atOnce = (ms: number, words: string): GracePlan => ({
  joins: () => '',
  due: (certainAt) => (ms === 0 ? certainAt : `${certainAt} + ${ms}`),
  words,
});

interface Row {
  readonly channel: string;
  readonly place: string;
  readonly grace: Grace | undefined;
}

const same = (a: DeadlineKind, b: DeadlineKind): boolean => a.days === b.days && a.calendar === b.calendar;

/** Kinds of business days in use, each once. */
function kindsOf(rows: readonly Row[]): DeadlineKind[] {
  const kinds: DeadlineKind[] = [];
  for (const { grace } of rows)
    if (grace?.business && !kinds.some((kind) => same(kind, grace.business!))) kinds.push(grace.business);
  return kinds;
}

async function createGraces(store: Query, rows: readonly Row[], kinds: readonly DeadlineKind[]) {
  await store.run(
    `CREATE TABLE work_graces (channel VARCHAR, place VARCHAR, ms BIGINT, kind INTEGER, words VARCHAR)`,
  );
  await store.insert(
    'work_graces',
    ['channel', 'place', 'ms', 'kind', 'words'],
    rows.map(({ channel, place, grace }) => [
      channel,
      place,
      grace?.ms ?? 0,
      grace?.business ? kinds.findIndex((kind) => same(kind, grace.business!)) : null,
      grace ? renderGrace(grace) : null,
    ]),
  );
}

/**
 * Works out the grace of every channel and jurisdiction of the records; where all are alike it is a number, else a
 * small table, with one more for business days.
 */
export async function planGrace(
  store: Query,
  { config, regimes = noRegimes }: FactContext,
  places: readonly string[],
): Promise<GracePlan> {
  const rows = channels.flatMap((channel) =>
    places.map((place): Row => ({ channel, place, grace: graceFor(config, regimes, channel, place) })),
  );
  const kinds = kindsOf(rows);
  const words = [...new Set(rows.map(({ grace }) => (grace ? renderGrace(grace) : undefined)))];
  const [only] = words;
  if (kinds.length === 0 && words.length <= 1)
    return atOnce(rows[0]?.grace?.ms ?? 0, only === undefined ? 'CAST(NULL AS VARCHAR)' : quoteText(only));
  await createGraces(store, rows, kinds);
  if (kinds.length > 0) await createDeadlines(store, kinds, regimes, config.time_zone);
  const late = (certainAt: string) =>
    `CASE WHEN ${certainAt} < gd.cut_at THEN gd.before_at ELSE gd.after_at END`;
  return {
    joins: (form, channel, certainAt) =>
      ` JOIN work_graces g ON g.channel = ${channel} AND g.place = coalesce(${form}.jurisdiction, '')${
        kinds.length === 0
          ? ''
          : ` LEFT JOIN work_grace_days gd ON gd.kind = g.kind AND gd.day = ${certainAt} // ${dayMs}`
      }`,
    due: (certainAt) =>
      kinds.length === 0
        ? `${certainAt} + g.ms`
        : `CASE WHEN gd.day IS NULL THEN ${certainAt} + g.ms ELSE ${late(certainAt)} END`,
    words: 'g.words',
  };
}
