import type { EntryState, Kept } from '../app/baseline.js';
import type { Acceptance } from '../model/baseline.js';
import { severities } from '../model/enums.js';
import { fill } from '../text/fill.js';
import { printable } from '../text/printable.js';

const counted = '{count:finding|findings} accepted';

/** `31 findings accepted (2 critical, 29 high)`. */
export function countBySeverity(entries: readonly Acceptance[]): string {
  const split = severities
    .map((severity) => [entries.filter(({ accepted }) => accepted.severity === severity).length, severity])
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '));
  const total = fill(counted, { count: entries.length });
  return split.length === 0 ? total : `${total} (${split.join(', ')})`;
}

const days = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What is said of an entry in each state. */
const remarks: { [S in EntryState['state']]: (state: Extract<EntryState, { state: S }>) => string } = {
  stands: () => '',
  outgrown: ({ grown, entry, finding }) =>
    `outgrown in ${grown.join(', ')}: accepted ${sizes(entry.accepted)}, now ${sizes({
      severity: finding.severity,
      persons: finding.persons?.count ?? null,
      messages: finding.messages?.count ?? null,
    })}`,
  expired: () => 'expired: mend it, or accept it again with --renew',
  stale: () => 'stale: the finding is gone, prune takes it out',
  unseen: ({ spot }) => `not looked at: ${spot.why.replaceAll('_', ' ')}, ${spot.what.join(', ')}`,
};

const sizes = ({ severity, persons, messages }: Acceptance['accepted']): string =>
  [
    severity,
    ...(persons === null ? [] : [fill('{count:person|persons}', { count: persons })]),
    ...(messages === null ? [] : [fill('{count:message|messages}', { count: messages })]),
  ].join(', ');

const remark = (state: EntryState): string => (remarks[state.state] as (state: EntryState) => string)(state);

function linesOf(state: EntryState): string[] {
  const { entry } = state;
  const note = remark(state);
  return [
    `${entry.fingerprint}  ${state.state.padEnd(8)}  ${printable(entry.rule)}  ${printable(entry.subject)}`,
    `    ${printable(entry.owner)}, ${entry.created} to ${entry.expires}: ${printable(entry.reason)}`,
    ...(note === '' ? [] : [`    ${printable(note)}`]),
  ];
}

/** The debt in one line: how much, how old, how bad, and what comes next. */
function debtLine(states: readonly EntryState[], today: string): string {
  const entries = states.map(({ entry }) => entry);
  const oldest = Math.max(...entries.map(({ created }) => days(created, today)));
  const [next] = entries
    .map(({ expires }) => expires)
    .filter((day) => day >= today)
    .sort();
  const ends = next === undefined ? 'all past their date' : `the next ends on ${next}`;
  return `${countBySeverity(entries)}; the oldest ${fill('{count:day|days}', { count: oldest })} ago; ${ends}`;
}

/** What creating did, and what it left to be decided. */
export function createdLines(file: string, { entries, states }: Kept, renew: boolean): string {
  const known = new Set(
    states.flatMap((state) => [
      state.entry.fingerprint,
      ...('finding' in state ? [state.finding.fingerprint] : []),
    ]),
  );
  const added = entries.filter(({ fingerprint }) => !known.has(fingerprint)).length;
  const open = states.filter(({ state }) => state === 'outgrown' || state === 'expired').length;
  const rest = `${fill('{count:entry|entries}', { count: open })} expired or outgrown: --renew decides again`;
  return [
    `wrote ${file}: ${countBySeverity(entries)}; ${added} added, ${entries.length - added} were there`,
    ...(open > 0 && !renew ? [rest] : []),
    '',
  ].join('\n');
}

/** Every entry with its state, those that need somebody first, and the sum. */
export function stateLines(states: readonly EntryState[], today: string): string {
  if (states.length === 0) return '';
  const order = ['outgrown', 'expired', 'stale', 'unseen', 'stands'];
  const sorted = [...states].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return `${[...sorted.flatMap(linesOf), '', debtLine(states, today)].join('\n')}\n`;
}
