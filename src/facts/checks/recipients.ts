import type { Query } from '../../store/store.js';
import { foldText, formOf } from './contacts.js';
import { addFound } from './found.js';
import { excuseKnown } from './relations.js';

/** More holders of one address are an office, a home or a filler, and nobody's own. */
const mostHolders = 5;

/** The kind of address a channel needs. */
const kindOf = `CASE WHEN channel = 'email' THEN 'email' WHEN channel = 'post' THEN 'post'
  WHEN channel IN ('sms', 'mms', 'rcs', 'whatsapp', 'phone', 'ivr') THEN 'phone' END`;

const fields = `CASE kind WHEN 'email' THEN 'contact.email' WHEN 'phone' THEN 'contact.phone'
  ELSE 'contact.postal_address' END`;

/** Messages to addresses that, letter by letter, no record of the person has; nearly all are left out here. */
const unmatched = `
  CREATE TABLE work_unmatched AS
  WITH routes AS (SELECT route_id, system_id, channel, ${kindOf} AS kind FROM work_send_routes)
  SELECT s.person_id, r.system_id, r.channel, r.kind, s.point, s.at_ms, s.certain, s.code
  FROM work_send_rows s JOIN routes r ON r.route_id = s.route_id
  WHERE r.kind IS NOT NULL AND s.point IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM work_contacts o
                    WHERE o.person_id = s.person_id AND o.kind = r.kind AND o.point = s.point)`;

/** Spelt otherwise and yet the person's: the last eight digits of a number, an address and what follows it. */
const own = `
  SELECT u.code FROM work_unmatched_forms u JOIN work_contacts o ON o.person_id = u.person_id AND o.kind = u.kind
  WHERE o.key = u.key AND u.kind <> 'post'
     OR u.kind = 'phone' AND length(u.key) >= 8 AND right(o.key, 8) = right(u.key, 8)
     OR u.kind = 'post' AND (starts_with(u.folded, o.folded) OR starts_with(o.folded, u.folded) OR contains(u.folded, o.folded))`;

/** Addresses that are none of the person's own, where one of that kind is on record. */
const foreign = `
  CREATE TABLE work_unmatched_forms AS
  SELECT u.*, ${formOf('key', 'u.kind', 'u.point')} AS key, ${formOf('folded', 'u.kind', 'u.point')} AS folded
  FROM work_unmatched u;
  CREATE TABLE work_foreign AS
  SELECT u.*, k.since_ms <= u.at_ms AS settled
  FROM work_unmatched_forms u
  JOIN (SELECT person_id, kind, min(coalesce(since_ms, 0)) AS since_ms FROM work_contacts GROUP BY person_id, kind) k
    ON k.person_id = u.person_id AND k.kind = u.kind
  WHERE u.code NOT IN (${own});
  DROP TABLE work_unmatched; DROP TABLE work_unmatched_forms`;

/** What follows the street: the postcode, or the city where no figures follow that may be another postcode. */
const rest = 'substr(u.folded, length(o.folded) + 1)';
const sameAddress = `o.kind <> 'post' OR u.folded = o.folded
  OR starts_with(u.folded, o.folded || ' ')
     AND (contains(${rest}, ${foldText('o.postcode')})
          OR contains(${rest}, ${foldText('o.city')}) AND NOT regexp_matches(${rest}, '[0-9]'))`;

/**
 * Who else has the address: a customer at that time, who had it then, or the own address was another one then. A
 * mailbox passes to nobody.
 */
const strays = `
  CREATE TABLE work_strays AS
  WITH held AS (
    SELECT u.code, u.person_id, o.person_id AS other_id, min(o.code) AS proof,
           bool_or(u.kind = 'email' OR coalesce(o.since_ms <= u.at_ms, true)) AS held
    FROM work_foreign u JOIN work_contacts o ON o.kind = u.kind AND o.key = u.key AND o.person_id <> u.person_id
    WHERE (${sameAddress}) AND coalesce(o.opened_ms <= u.at_ms, true) AND coalesce(o.until_ms >= u.at_ms, true)
      AND (u.kind = 'email' OR u.settled OR coalesce(o.since_ms <= u.at_ms, true))
    GROUP BY u.code, u.person_id, o.person_id),
  crowds AS (SELECT code FROM held GROUP BY code HAVING count(*) > ${mostHolders})
  SELECT h.*, u.system_id, u.channel, u.kind, u.at_ms, u.certain
  FROM held h JOIN work_foreign u ON u.code = h.code WHERE h.code NOT IN (SELECT code FROM crowds);
  DROP TABLE work_foreign`;

const found = `
  SELECT 'wrong_recipient' AS error_class, ${fields} AS field, person_id, code, proof, certain FROM work_strays s
  WHERE code NOT IN (SELECT code FROM work_stray_excuses)`;

/** Messages that went to an address of somebody else, with whom the person has nothing to do. */
export async function findWrongRecipients(store: Query): Promise<void> {
  await store.run(`${unmatched}; ${foreign}; ${strays}`);
  const [{ n } = { n: 0 }] = await store.all<{ n: number }>('SELECT count(*) AS n FROM work_strays');
  if (Number(n) > 0) {
    await excuseKnown(store);
    await addFound(store, found);
    await store.run('DROP TABLE work_stray_excuses');
  }
  await store.run('DROP TABLE work_strays');
}
