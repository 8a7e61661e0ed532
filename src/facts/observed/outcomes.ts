import type { Way } from '../../graph/types.js';
import { integer, must, text } from '../../model/column.js';
import { toMs } from '../../store/dialect.js';
import { createTable } from '../../store/schema.js';
import { type Query, quoteText, type Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { flowCodes, renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import { intervalColumns } from './wilson.js';

/** Outcomes that say no: what a choice of the customer's would say, too. */
const refusals = `'outcome.unsubscribed', 'outcome.complained'`;
const dayMs = 86_400_000;

interface Ends extends Row {
  readonly outcome: string;
  readonly channel: string;
  readonly from_system_id: string;
  readonly to_system_id: string;
}

/** Where refusals were seen, and who keeps choices on their channel. */
const ends = `
  SELECT DISTINCT o.outcome, o.channel, o.seen_in AS from_system_id, f.system_id AS to_system_id
  FROM work_outcomes o
  JOIN work_choice_forms f ON f.kind = 'consent' AND f.channel IN (o.channel, '*') AND f.system_id <> o.seen_in
  WHERE o.outcome IN (${refusals}) ORDER BY o.outcome, o.channel, from_system_id, to_system_id`;

/** The quicker of the ways of the outcome and of the choice that it means. */
function wayOf({ graph }: FactContext, { outcome, channel, from_system_id: from, to_system_id: to }: Ends) {
  const ways = [outcome, `preference.consent.${channel}`]
    .map((field) => graph.way(from, to, field))
    .filter((way): way is Way => way !== undefined);
  return ways.sort((a, b) => (a.latency ?? 0) - (b.latency ?? 0))[0];
}

const name = must(text('id'));
const dueColumns = {
  outcome: name,
  channel: name,
  from_system_id: name,
  to_system_id: name,
  due_ms: must(integer('milliseconds after which it should have arrived for certain')),
};

/** Three of those that did not arrive. */
const some = (code: string): string =>
  `CAST(to_json(list_slice(list(${code} ORDER BY ${code}) FILTER (WHERE NOT since), 1, 3)) AS VARCHAR)`;

/** What has become of each refusal: known before, known since, or still a yes. Records without times tell nothing. */
const counts = (asOf: string): string => `
  WITH said AS (
    SELECT o.outcome, o.channel, o.seen_in, o.person_id, min(o.at_ms) AS at_ms, min(o.code) AS code
    FROM work_outcomes o WHERE o.outcome IN (${refusals}) AND o.person_id IS NOT NULL
    GROUP BY o.outcome, o.channel, o.seen_in, o.person_id),
  known AS (
    SELECT d.outcome, d.channel, d.from_system_id, d.to_system_id, s.person_id, min(s.code) AS code,
           bool_or(f.deny AND NOT coalesce(f.timed, false)) AS undated,
           bool_or(f.deny AND c.stored_at + f.slack_ms < s.at_ms) AS before,
           bool_or(f.deny AND c.stored_at + f.slack_ms >= s.at_ms) AS since, min(c.code) AS held_code
    FROM work_due d
    JOIN said s ON s.outcome = d.outcome AND s.channel = d.channel AND s.seen_in = d.from_system_id
     AND s.at_ms + d.due_ms <= ${toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`)}
    JOIN work_choice_rows c ON c.person_id = s.person_id AND c.point IS NULL
    JOIN work_choice_forms f ON f.form_id = c.form_id AND f.system_id = d.to_system_id AND f.kind = 'consent'
     AND f.channel IN (d.channel, '*')
    GROUP BY d.outcome, d.channel, d.from_system_id, d.to_system_id, s.person_id)
  SELECT outcome, channel, from_system_id, to_system_id, count(*) AS changes, count(*) FILTER (WHERE since) AS arrived,
         ${some('code')} AS codes,
         ${some('held_code')} AS held
  FROM known WHERE NOT undated AND NOT before
  GROUP BY outcome, channel, from_system_id, to_system_id
  ORDER BY outcome, channel, from_system_id, to_system_id`;

interface Count extends Ends {
  readonly changes: number;
  readonly arrived: number;
  readonly codes: string | null;
  readonly held: string | null;
}

function rowOf(count: Count, way: Way | undefined, files: ReadonlyMap<number, string>): Row {
  const codes = [...flowCodes(way), ...parseCodes(count.codes), ...parseCodes(count.held)];
  return {
    ...count,
    declared: way !== undefined,
    ...intervalColumns(Number(count.arrived), Number(count.changes)),
    flows: way?.flows.map(({ flowId }) => flowId).join('|') ?? null,
    path: renderPath(way),
    evidence: renderEvidence(codes, files),
  };
}

/**
 * Creates `fact_observed_outcomes`: of each system that sees opt-outs and complaints in answers to messages and each
 * that keeps choices, whether the refusal is found there. Nobody is counted of whom the receiver keeps nothing.
 */
export async function computeOutcomes(store: Query, context: FactContext): Promise<void> {
  const pairs = await store.all<Ends>(ends);
  if (pairs.length === 0) return writeFact(store, 'fact_observed_outcomes', []);
  const keyOf = ({ outcome, channel, from_system_id, to_system_id }: Ends) =>
    JSON.stringify([outcome, channel, from_system_id, to_system_id]);
  const ways = new Map(pairs.map((pair) => [keyOf(pair), wayOf(context, pair)]));
  const due = pairs.map((pair) => {
    const latencyMs = (ways.get(keyOf(pair))?.latency ?? context.graph.agreed(pair.outcome)) * 1000;
    const ids = [pair.outcome, pair.channel, pair.from_system_id, pair.to_system_id];
    return [...ids, Math.max(2 * latencyMs, latencyMs + 2 * dayMs)];
  });
  await store.run(createTable('work_due', dueColumns));
  await store.insert('work_due', Object.keys(dueColumns), due);
  const files = await readFiles(store);
  const found = await store.all<Count>(counts(context.asOf));
  const rows = found.map((count) => rowOf(count, ways.get(keyOf(count)), files));
  await writeFact(store, 'fact_observed_outcomes', rows);
  await store.run('DROP TABLE work_due');
}
