import type { Year } from '../simulate/run.js';
import { byCode, type Label } from './types.js';

const failed = ['bounced', 'failed', 'expired', 'returned'];
const maxRate = 0.05;
const minMessages = 50;

/** Rule failure-rate: senders of whose messages on one channel more than one in twenty fails. */
function failureLabels(year: Year): Label[] {
  const persons = new Map(year.sends.map((send) => [send.key, send.person]));
  const groups = new Map<string, { all: Set<string>; bad: Set<string> }>();
  for (const event of year.events) {
    const subject = `system:${event.system}/${event.channel}`;
    const group = groups.get(subject) ?? { all: new Set(), bad: new Set() };
    group.all.add(event.key);
    if (failed.includes(event.type)) group.bad.add(event.key);
    groups.set(subject, group);
  }
  return [...groups]
    .filter(([, { all, bad }]) => all.size >= minMessages && bad.size > maxRate * all.size)
    .map(([subject, { bad }]) => ({
      rule: 'delivery/failure-rate',
      subject,
      cause: null,
      persons: new Set([...bad].map((key) => persons.get(key))).size,
    }));
}

const ruleOf: Record<string, string> = {
  wrong_recipient: 'error/wrong-recipient',
  wrong_amount: 'error/wrong-amount',
  wrong_name: 'error/wrong-name',
};

/** Rules about errors: one finding per origin that really spoilt something. */
function errorLabels(year: Year): Label[] {
  const groups = new Map<string, Set<number>>();
  for (const error of year.errors) {
    const rule = ruleOf[error.class];
    if (!rule || error.origin === '') continue;
    const key = `${rule}\t${error.origin}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(error.send.person));
  }
  return [...groups]
    .sort(([a], [b]) => byCode(a, b))
    .map(([key, persons]) => {
      const [rule, subject] = key.split('\t') as [string, string];
      return { rule, subject, cause: null, persons: persons.size };
    });
}

/** Findings about messages. */
export const messageLabels = (year: Year): Label[] => [...failureLabels(year), ...errorLabels(year)];
