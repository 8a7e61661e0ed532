import type { Finding } from '../../model/finding.js';
import type { Collected, InventoryRow, InventoryRows } from '../layout.js';
import { covers, type Draft, groupRows } from './draft.js';

/** What the records of an ecosystem show, as far as the inventory speaks of it. */
export interface Seen {
  readonly sent: readonly { system: string; communication: string; channel: string; messages: number }[];
  /** Systems that hold choices, by kind: consent, delivery, suppression. */
  readonly choices: readonly { system: string; kind: string; persons: number }[];
  readonly silentSystems: readonly string[];
  readonly findings: readonly Finding[];
}

/** Rules that hold the inventory against the records, and the table in which one of the two would be put right. */
export const contradicting: Readonly<Record<string, Collected | null>> = {
  'flow/undeclared': 'flows',
  'flow/broken': 'flows',
  'flow/slower-than-declared': 'flows',
  'source/unknown-reference': null,
};

const fromFindings = ({ findings }: Seen): Draft[] =>
  findings
    .filter(({ rule, suppression }) => suppression === null && rule in contradicting)
    .map((finding) => ({
      topic: 'finding',
      subject: finding.subject,
      ...(finding.owners[0] && { answering: `owner:${finding.owners[0].owner_id}` }),
      table: contradicting[finding.rule]!,
      place: null,
      args: { rule: finding.rule },
      finding,
    }));

type Sent = Seen['sent'][number];

/** Steps that a communication has on a channel; a step without a channel is one on all. */
const stepsOn = (steps: readonly InventoryRow[], channel: string): InventoryRow[] =>
  steps.filter(({ cells }) => cells.channel === null || cells.channel === channel);

function contradictionOf(sent: Sent, steps: readonly InventoryRow[]): Draft[] {
  const { system, communication, channel, messages } = sent;
  const own = stepsOn(steps, channel);
  const common = { subject: `comm:${communication}`, place: null, table: 'communication_steps' as const };
  if (own.length === 0) return [{ topic: 'undeclared_step', ...common, args: { messages, channel } }];
  if (own.some(({ cells }) => cells.system_id === system)) return [];
  return [{ topic: 'undeclared_sender', ...common, args: { messages, channel, system } }];
}

/** Messages of one kind and channel are one question, whichever systems sent them. */
function joined(drafts: readonly Draft[]): Draft[] {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.topic, draft.subject, draft.args.channel, draft.args.system ?? '']);
    const before = byKey.get(key);
    const messages = Number(before?.args.messages ?? 0) + Number(draft.args.messages);
    byKey.set(key, { ...draft, args: { ...draft.args, messages } });
  }
  return [...byKey.values()];
}

function fromSends({ communications, communication_steps }: InventoryRows, { sent }: Seen): Draft[] {
  const steps = groupRows(communication_steps, ({ cells }) => cells.communication_id);
  const declared = new Set(communications.map(({ cells }) => cells.communication_id));
  const known = sent.filter(({ communication }) => declared.has(communication) && steps.has(communication));
  return joined(known.flatMap((one) => contradictionOf(one, steps.get(one.communication)!)));
}

/** Communications of which no log shows any message, where logs show others. */
function silent({ communications }: InventoryRows, { sent }: Seen): Draft[] {
  const seen = new Set(sent.map(({ communication }) => communication));
  if (seen.size === 0) return [];
  return communications
    .filter(({ cells }) => !seen.has(cells.communication_id ?? ''))
    .map(({ cells, place }) => ({
      topic: 'silent_communication',
      subject: `comm:${cells.communication_id}`,
      table: 'communications',
      place,
      args: {},
    }));
}

function undeclaredHolders({ system_fields, systems }: InventoryRows, { choices }: Seen): Draft[] {
  const declared = new Set(systems.map(({ cells }) => cells.system_id));
  const fields = groupRows(system_fields, ({ cells }) => cells.system_id);
  const isListed = (system: string, field: string): boolean =>
    (fields.get(system) ?? []).some(
      ({ cells }) => covers(cells.field!, field) || covers(field, cells.field!),
    );
  return choices
    .map((one) => ({ ...one, field: `preference.${one.kind}` }))
    .filter(({ system, field }) => declared.has(system) && !isListed(system, field))
    .map(({ system, field, persons }) => ({
      topic: 'undeclared_holder',
      subject: `system:${system}`,
      table: 'system_fields',
      place: null,
      args: { system, field, persons },
    }));
}

const silentSystems = ({ silentSystems }: Seen): Draft[] =>
  silentSystems.map((system) => ({
    topic: 'silent_system',
    subject: `system:${system}`,
    table: null,
    place: null,
    args: {},
  }));

/** Where the records say other than the inventory, or say nothing. */
export const contradictionsOf = (rows: InventoryRows, seen: Seen): Draft[] => [
  ...fromFindings(seen),
  ...fromSends(rows, seen),
  ...undeclaredHolders(rows, seen),
  ...silent(rows, seen),
  ...silentSystems(seen),
];
