import { toMs } from '../../../store/dialect.js';
import { type Query, quoteText, type Row } from '../../../store/store.js';
import { rowCode } from '../../evidence.js';
import { findPerson } from '../../identity/subjects.js';
import { joinForm } from '../../preferences/forms.js';
import type { Choice, Target } from './choice.js';

/** A preference record of a person as the system holds it; `counts` where it says yes or no and holds at as-of. */
export interface Held extends Choice, Row {
  readonly person_id: number;
  readonly kind: string;
  readonly strength: string | null;
  readonly time_quality: string | null;
  readonly actor_type: string | null;
  readonly origin_system: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly recorded_at: string | null;
  readonly copied: boolean;
  /** The link to the person rests on a key. */
  readonly certain: boolean;
  /** 2 certain, 1 likely, 0 possible, by link and times. */
  readonly sureness: number;
  readonly counts: boolean;
}

/** Every preference record of the persons of a relation with a column `person_id`, in order of person and place. */
export const recordsOf = (persons: string, asOf: string): string => {
  const now = `CAST(${quoteText(asOf)} AS TIMESTAMP)`;
  return `
  SELECT w.person_id, p.system_id, p.key_type, p.subject_key, p.kind, p.lob, p.comm_type, p.channel,
         coalesce(lower(p.contact_point), '*') AS point, p.value, p.strength, p.time_quality, p.actor_type,
         p.origin_system, p.jurisdiction, p.valid_from, p.valid_to, p.recorded_at,
         coalesce(f.deny, false) AS deny, coalesce(f.tier, 0) AS tier,
         coalesce(f.depth, 0) + CASE WHEN coalesce(p.contact_point, '*') = '*' THEN 0 ELSE 1 END AS depth,
         ${toMs(`coalesce(p.valid_from, p.recorded_at, p.observed_at, ${now})`)} AS at_ms,
         coalesce(f.dated, false) AS dated, coalesce(f.timed, false) AS timed, coalesce(f.copied, false) AS copied, w.certain,
         CASE WHEN w.certain THEN coalesce(f.sureness, 0) ELSE least(coalesce(f.sureness, 0), 1) END AS sureness,
         f.form_id IS NOT NULL AND (p.valid_from IS NULL OR p.valid_from <= ${now})
           AND (p.valid_to IS NULL OR p.valid_to > ${now}) AS counts,
         ${rowCode('p')} AS code
  FROM std_preferences p ${findPerson('p')}
  LEFT ${joinForm('p', 'work_choice_forms')}
  WHERE w.person_id IN (${persons})
  ORDER BY w.person_id, code, p.kind, p.lob, p.comm_type, p.channel, p.value`;
};

/** A message sent to a person. */
export interface Sent extends Target, Row {
  readonly system_id: string;
  readonly communication_id: string | null;
  readonly point: string;
  readonly sent_at: string;
  readonly at_ms: number;
  /** No consent is needed for it. */
  readonly exempt: boolean;
  readonly code: number;
}

const sends = `
  SELECT s.system_id, s.communication_id, s.lob, s.comm_type, s.channel, coalesce(lower(s.contact_point), '*') AS point,
         s.sent_at, ${toMs('s.sent_at')} AS at_ms,
         coalesce(s.communication_id IN (SELECT communication_id FROM work_exempt), false) AS exempt,
         ${rowCode('s')} AS code
  FROM std_sends s ${findPerson('s')}
  WHERE w.person_id = $person ORDER BY s.sent_at, code`;

/** A disagreement of which the person is part, with what the inventory says about the way. */
export interface PersonConflict extends Row {
  readonly class: string;
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly field: string;
  readonly choice: string;
  readonly held: string | null;
  readonly cause: string | null;
  readonly awareness: string | null;
  readonly confidence: string;
  readonly since: number;
  readonly latest: number;
  readonly elapsed: number;
  readonly cells: number;
  readonly messages: number;
  readonly path: string;
  readonly code: number;
  readonly held_code: number | null;
}

const conflicts = `
  SELECT p.class, p.from_system_id, p.to_system_id, p.field, p.choice, p.held, c.cause, c.awareness, c.confidence,
         c.since, c.latest, c.elapsed, c.cells, c.messages, p.path, c.code, c.held_code
  FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
  WHERE c.person_id = $person ORDER BY p.from_system_id, p.to_system_id, p.field, p.class, c.code`;

/** A key under which a system knows a person. */
export interface Subject extends Row {
  readonly subject_id: number;
  readonly system_id: string;
  readonly key_type: string;
  readonly subject_key: string;
  readonly certain: boolean;
}

const subjects = `
  SELECT subject_id, system_id, key_type, subject_key, certain FROM work_persons WHERE person_id = $person
  ORDER BY system_id, key_type, subject_key`;

/** Where messages that need consent go, and besides where choices meet. */
export interface Targets {
  readonly used: readonly Target[];
  readonly all: readonly Target[];
}

/** Reads every target of the ecosystem; there are a few hundred. */
export async function readTargets(store: Query): Promise<Targets> {
  const rows = await store.all<Target & Row & { used: number }>(
    'SELECT lob, comm_type, channel, used FROM work_targets ORDER BY lob, comm_type, channel',
  );
  return { used: rows.filter(({ used }) => used > 0), all: rows };
}

/** Everything about one person that a trace shows. */
export interface PersonRecords {
  readonly subjects: readonly Subject[];
  readonly held: readonly Held[];
  readonly sends: readonly Sent[];
  readonly conflicts: readonly PersonConflict[];
}

/** Reads one person's records. Large tables are looked through once each. */
export async function readPerson(store: Query, person: number, asOf: string): Promise<PersonRecords> {
  return {
    subjects: await store.all<Subject>(subjects, { person }),
    held: await store.all<Held>(recordsOf('$person', asOf), { person }),
    sends: await store.all<Sent>(sends, { person }),
    conflicts: await store.all<PersonConflict>(conflicts, { person }),
  };
}
