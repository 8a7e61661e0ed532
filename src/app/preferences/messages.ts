import { covers } from '../../facts/lookup/person/choice.js';
import type { Judge } from '../../facts/lookup/person/decide.js';
import type { Held, PersonConflict, Sent } from '../../facts/lookup/person/records.js';
import type { Trace } from '../../model/trace.js';
import type { Writing } from './cells.js';

type Message = Trace['messages'][number];

/** A day without time counts as its end. */
const dayMs = 86_399_999;
const surelyBefore = (held: Held, at: number): boolean =>
  held.at_ms + (held.time_quality === 'day' ? dayMs : 0) < at;

const oldWay: Readonly<Record<string, string>> = { electronic: 'post', paper: 'email' };

/** Whether the facts count messages like this one against a choice, so that the trace marks no other. */
const isCounted = ({ system_id, channel, at_ms }: Sent, conflict: PersonConflict): boolean => {
  const { class: name, to_system_id, field, choice, since, latest, messages } = conflict;
  if (messages === 0 || to_system_id !== system_id || at_ms > latest) return false;
  if (name === 'not_carried_over') return oldWay[choice] === channel && at_ms > since;
  return (
    name === 'violation' && (field === `preference.consent.${channel}` || field === 'preference.consent')
  );
};

/** Whether what had been said by then, anywhere, comes to a no. */
function wasRefused(send: Sent, held: readonly Held[], judge: Judge): boolean {
  const choices = held.filter(
    (choice) =>
      choice.kind === 'consent' &&
      choice.tier === 2 &&
      surelyBefore(choice, send.at_ms) &&
      (choice.valid_to === null || Date.parse(choice.valid_to) > send.at_ms) &&
      (choice.point === '*' || choice.point === send.point) &&
      covers(choice, send),
  );
  return judge.decide(choices, judge.policyOf(send.comm_type, choices), send)?.denied ?? false;
}

/** Messages, newest first, those against a choice marked. */
export function messagesOf(
  sends: readonly Sent[],
  held: readonly Held[],
  conflicts: readonly PersonConflict[],
  judge: Judge,
  { place, time }: Writing,
): Message[] {
  const isAgainst = (send: Sent): boolean =>
    conflicts.some(
      (conflict) =>
        isCounted(send, conflict) &&
        (conflict.class !== 'violation' || (!send.exempt && wasRefused(send, held, judge))),
    );
  return [...sends].reverse().map((send) => ({
    system_id: send.system_id,
    communication_id: send.communication_id,
    lob: send.lob,
    comm_type: send.comm_type,
    channel: send.channel,
    sent_at: time(send.code, send.sent_at),
    against: isAgainst(send),
    place: place(send.code),
  }));
}
