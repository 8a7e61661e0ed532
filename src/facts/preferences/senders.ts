import { covers } from '../../graph/index.js';
import { bitOf, bitwiseOr } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import type { FactContext } from '../context.js';

/** Cells share the bits of one integer; where there are more, further integers follow. */
const bits = 62;

/** Who sends what to whom it pleases: by its messages, or by the inventory. */
const sending = `
  SELECT DISTINCT r.system_id, k.class_id
  FROM work_send_routes r JOIN work_target_cells k ON k.target_id = r.target_id
  UNION
  SELECT DISTINCT p.system_id, k.class_id
  FROM std_communications m
  JOIN std_communication_steps p ON p.communication_id = m.communication_id AND p.kind = 'process'
  JOIN std_communication_steps d ON d.communication_id = m.communication_id AND d.kind = 'delivery'
  JOIN work_targets t ON t.lob = m.lob AND t.comm_type = m.comm_type AND t.channel = d.channel
  JOIN work_target_cells k ON k.target_id = t.target_id
  WHERE m.communication_id NOT IN (SELECT communication_id FROM work_exempt)`;

/** What a system's records on a channel are: answers of both kinds, or a list of refusals or of members. */
const answers = `
  SELECT f.system_id, c.channel, bool_or(NOT f.deny) AS yes, bool_or(f.deny) AS no
  FROM work_choice_forms f JOIN (SELECT DISTINCT channel FROM work_cells) c ON f.channel IN ('*', c.channel)
  WHERE f.kind = 'consent' GROUP BY f.system_id, c.channel`;

/** Systems that the inventory describes without saying anything of consent on a channel. */
function blank({ graph, inventory: { systemFields } }: FactContext, channels: readonly string[]): string {
  const described = new Set(systemFields.map(({ systemId }) => systemId));
  const rows = channels.flatMap((channel) => {
    const field = `preference.consent.${channel}`;
    const named = systemFields.filter((entry) => covers(entry.field, field)).map(({ systemId }) => systemId);
    const known = new Set([...graph.holders(field), ...named]);
    return [...described]
      .filter((system) => !known.has(system))
      .map((system) => `(${quoteText(system)}, ${quoteText(channel)})`);
  });
  return `(VALUES ${['(NULL, NULL)', ...rows].join(', ')}) b(system_id, channel)`;
}

/**
 * `work_sender_cells(system_id, class_id, part, bit, refusals, wishes, keeps)`: cells in which a system sends, and whether
 * a refusal or a wish it holds nothing of is missing there. A list of refusals need not name who said yes, a list of
 * members not who said no. Who keeps no answers may be handed lists from which refusals are gone: there only messages
 * prove anything. Of a system that should hold answers and gave none to the audit nothing is known. Gives the number
 * of parts.
 */
export async function createSenderCells(store: Query, context: FactContext): Promise<number> {
  const channels = await store.all<{ channel: string }>(
    'SELECT DISTINCT channel FROM work_cells ORDER BY channel',
  );
  const silent = blank(
    context,
    channels.map(({ channel }) => channel),
  );
  await store.run(`
    CREATE TABLE work_sender_cells AS
    WITH judged AS (
      SELECT s.system_id, s.class_id, coalesce(a.no, b.system_id IS NOT NULL) AS refusals,
             coalesce(a.yes, false) AS wishes, a.system_id IS NOT NULL AS keeps
      FROM (${sending}) s JOIN work_cells k ON k.class_id = s.class_id
      LEFT JOIN (${answers}) a ON a.system_id = s.system_id AND a.channel = k.channel
      LEFT JOIN ${silent} ON b.system_id = s.system_id AND b.channel = k.channel),
    numbered AS (SELECT *, CAST(dense_rank() OVER (ORDER BY class_id) - 1 AS INTEGER) AS n FROM judged WHERE refusals OR wishes)
    SELECT system_id, class_id, refusals, wishes, keeps, n // ${bits} AS part, ${bitOf(`(n % ${bits})`)} AS bit FROM numbered`);
  const [found] = await store.all('SELECT max(part) AS last_part FROM work_sender_cells');
  return found!.last_part === null ? 0 : Number(found!.last_part) + 1;
}

/** What each form of record says about cells of one part, as bits: `said` are explicit choices. */
export const cellBits = (part: number): string => `
  SELECT f.form_id, ${bitwiseOr('b.bit')} AS held, CASE WHEN f.tier = 2 THEN ${bitwiseOr('b.bit')} ELSE 0 END AS said
  FROM work_choice_forms f
  JOIN work_scope_cells k ON k.scope_id = f.scope_id
  JOIN (SELECT DISTINCT class_id, bit FROM work_sender_cells WHERE part = ${part}) b ON b.class_id = k.class_id
  WHERE f.kind = 'consent' GROUP BY f.form_id, f.tier`;
