import type { PersonConflict, PersonRecords, Sent } from '../../facts/lookup/person/records.js';
import type { Cause, Confidence } from '../../model/enums.js';
import type { Report } from '../../model/report.js';
import type { TraceConflict } from '../../model/trace.js';
import { causeSentence } from '../../report/parts/cause.js';
import { indexSystems } from '../../report/parts/systems.js';
import { readWays } from '../../report/parts/way.js';
import type { Writing } from './cells.js';

const toInstant = (ms: number): string => new Date(ms).toISOString();

/** Gravest class first, then those with most messages; of equal ones in order of receiver. */
const gravity = ['violation', 'not_carried_over', 'hard', 'delivery', 'stale', 'missing', 'scope', 'within'];
const rank = ({ class: name }: PersonConflict): number =>
  gravity.includes(name) ? gravity.indexOf(name) : gravity.length;

/** When the last message against a choice went out. */
function lastAt(
  { to_system_id, latest, messages }: PersonConflict,
  sends: readonly Sent[],
  { time }: Writing,
): string | null {
  if (messages === 0) return null;
  const last = sends.find((send) => send.system_id === to_system_id && send.at_ms === latest);
  return last ? time(last.code, last.sent_at) : toInstant(latest);
}

/** Conflicts of one person as a trace tells them: the cause in words, and the way with the place where it breaks. */
export function conflictsOf(
  { conflicts, sends }: Pick<PersonRecords, 'conflicts' | 'sends'>,
  estate: Pick<Report, 'systems' | 'flows'>,
  writing: Writing,
): TraceConflict[] {
  const { place, time } = writing;
  const system = indexSystems(estate);
  const wayOf = readWays(estate);
  const ordered = [...conflicts].sort((a, b) => rank(a) - rank(b) || b.messages - a.messages);
  return ordered.map((conflict) => {
    const { class: name, from_system_id, to_system_id, field, held_code, since, messages } = conflict;
    const told = {
      subject: `pair:${from_system_id}>${to_system_id}/${field}`,
      path: conflict.path === '' ? [] : conflict.path.split('|'),
      cause: conflict.cause as Cause | null,
      args: {},
    };
    return {
      class: name as TraceConflict['class'],
      from_system_id,
      to_system_id,
      field,
      choice: conflict.choice,
      held: conflict.held,
      cause: told.cause,
      explanation: causeSentence(told, system),
      awareness: conflict.awareness,
      confidence: conflict.confidence as Confidence,
      since: time(conflict.code, toInstant(since)),
      days: Math.floor(conflict.elapsed / 86_400_000),
      messages,
      last_message_at: lastAt(conflict, sends, writing),
      way: from_system_id === to_system_id ? [] : [...wayOf(told)],
      proof: place(conflict.code),
      held_place: held_code === null ? null : place(held_code),
    };
  });
}
