import type {
  LinkBasis,
  Trace,
  TraceCell,
  TraceConflict,
  TraceReason,
  TraceWinner,
} from '../../model/trace.js';
import { addTo } from '../../text/group-by.js';
import { aboutField, awarenessWords, classWords, valueWords } from '../parts/choice-words.js';
import { countOf } from '../parts/shares.js';
import { channelWords } from '../parts/subject.js';

/** The day of an instant; a choice nobody dated is `undated`. */
export const dayOf = (at: string | null): string => at?.slice(0, 10) ?? 'undated';

const few = 2;
/** `cards, retail and 3 more`. */
export const listed = (items: readonly string[], most = few): string =>
  items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;

/** What a cell is about, in parts: the channel, the purpose, and, where it matters, line and address. */
export function cellParts({ kind, channels, comm_types, lobs, contact_point }: TraceCell): string[] {
  const about = kind === 'delivery' ? ['paper or not'] : channels.map(channelWords);
  const lines = lobs.includes('*') || kind === 'delivery' ? [] : [listed(lobs)];
  const all = comm_types.includes('*') ? [] : [listed(comm_types, 1)];
  return [listed(about), ...all, ...lines, ...(contact_point === null ? [] : [contact_point])];
}

export const cellWords = (cell: TraceCell): string => cellParts(cell).join(', ');

const reasonWords: Readonly<Record<TraceReason, string>> = {
  nothing_against: 'nothing says otherwise',
  explicit_first: 'the customer’s own word',
  deeper_scope: 'the narrower choice',
  later: 'the later word',
  refusal_first: 'in doubt, no',
  better_rank: 'the declared authority',
};

type Name = (id: string) => string;

/** `no, said in Core banking on 2026-03-03`; `for` where the record was made. */
const said = (one: Pick<TraceWinner, 'value' | 'system_id' | 'at'>, name: Name): string =>
  `${valueWords(one.value)} in ${name(one.system_id)} (${dayOf(one.at)})`;

/** What should hold and why, in a sentence; empty where nobody ever chose. */
export function whySentence({ should, policy }: TraceCell, name: Name): string {
  if (should === null) return '';
  const against = should.against === null ? '' : `, not ${said(should.against, name)}`;
  return `${said(should, name)}${against}: ${reasonWords[should.reason]}${policy === 'default' ? '' : ` (policy ${policy})`}.`;
}

const basisWords: Readonly<Record<LinkBasis, string>> = {
  declared_key: 'a key declared to be shared',
  national_id: 'national id',
  same_address: 'the same address as key',
  email_and_birth: 'e-mail and date of birth',
  phone_and_birth: 'telephone and date of birth',
  email_and_name: 'e-mail and family name',
  address_alone: 'the address alone',
  similar: 'likeness of names and dates',
};
export const linkWords = (basis: LinkBasis | null): string => (basis === null ? '' : basisWords[basis]);

/** One disagreement in a few words: `SMS: holds a default; 2 messages, the last on 2026-06-06`. */
export function conflictWords(conflict: TraceConflict): string {
  const { class: name, field, messages, last_message_at, awareness } = conflict;
  const sent =
    messages === 0 ? [] : [`${countOf(messages, 'message')}, the last on ${dayOf(last_message_at)}`];
  const known = awareness === null ? [] : [awarenessWords[awareness] ?? awareness];
  return [`${aboutField(field)}: ${classWords[name]}`, ...sent, ...known].join('; ');
}

/** Names of systems. */
export function namesOf({ systems }: Trace): Name {
  const known = new Map(systems.map(({ id, name }) => [id, name]));
  return (id) => known.get(id) ?? id;
}

/** Whether some system holds otherwise than it should. */
export const isDisputed = ({ systems }: TraceCell): boolean => systems.some(({ agrees }) => agrees === false);

/** Disputed cells first, delivery before consent, since fewer columns fit than there may be. */
export const orderedCells = ({ cells }: Trace): TraceCell[] => {
  const rank = (cell: TraceCell): number => (isDisputed(cell) ? 0 : 2) + (cell.should === null ? 1 : 0);
  return [...cells].sort((a, b) => rank(a) - rank(b));
};

/** Conflicts as lines of a screen: receivers that do the same for the same cause, without messages, share one. */
export function screenGroups(trace: Trace): TraceConflict[][] {
  const groups = new Map<string, TraceConflict[]>();
  for (const group of groupConflicts(trace)) {
    const [first] = group;
    const quiet = group.every(({ messages }) => messages === 0) && group.length === 1 && first !== undefined;
    const key = quiet
      ? JSON.stringify([first.from_system_id, first.cause, conflictWords(first)])
      : JSON.stringify(group.map(({ to_system_id, field, class: name }) => [to_system_id, field, name]));
    for (const conflict of group) addTo(groups, key, conflict);
  }
  return [...groups.values()];
}

/** Conflicts that one way explains: same giver, receiver and cause. */
export function groupConflicts({ conflicts }: Trace): TraceConflict[][] {
  const groups = new Map<string, TraceConflict[]>();
  for (const conflict of conflicts) {
    const way = conflict.way.map(({ to, state, note }) => `${to.id} ${state} ${note}`).join('>');
    const key = JSON.stringify([conflict.from_system_id, conflict.to_system_id, conflict.cause, way]);
    addTo(groups, key, conflict);
  }
  return [...groups.values()];
}
