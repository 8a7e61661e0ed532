import type { Cause } from '../../model/enums.js';
import { fieldWords, readEnds, type Told } from './subject.js';
import type { Stop } from './systems.js';

type Sentence = (giver: string, receiver: string, field: string) => string;

const sentences: Readonly<Record<Cause, Sentence>> = {
  scope_too_narrow: (giver, receiver) =>
    `Where ${giver} asks, the answer can be given for its own business only; nothing on offer covers ${receiver}.`,
  conflicting_master: (giver, receiver) =>
    `${receiver} changed the value afterwards without the customer, so it and ${giver} both act as master.`,
  no_flow: (giver, receiver) => `No flow of any kind leads from ${giver} to ${receiver}.`,
  one_way: (giver, receiver) => `Data flows from ${receiver} to ${giver}, but nothing flows back.`,
  field_not_mapped: (giver, receiver, field) =>
    `A way leads from ${giver} to ${receiver}, but no way carries ${field} from end to end.`,
  mapping_wrong: (giver, receiver) =>
    `The value leaves ${giver} right and is turned into another one before it reaches ${receiver}.`,
  identity_gap: (_, receiver) =>
    `${receiver} lacks the key by which the last flow names the customer, so the value has nobody to go to.`,
  in_flight: (giver, receiver) =>
    `The change was still on its way from ${giver} to ${receiver}, within the agreed time.`,
  too_slow: (giver, receiver) =>
    `The change takes longer from ${giver} to ${receiver} than the time agreed for it.`,
  lost: (giver, receiver) =>
    `A way from ${giver} to ${receiver} exists, carries the value and had the time; it still did not arrive.`,
};

const undeclared: Partial<Record<Cause, Sentence>> = {
  no_flow: (giver, receiver) => `The inventory has no flow of any kind from ${giver} to ${receiver}.`,
  one_way: (giver, receiver) =>
    `The inventory has flows from ${receiver} to ${giver}, and none that leads back.`,
  field_not_mapped: (giver, receiver, field) =>
    `A way leads from ${giver} to ${receiver}, but none that the inventory has carries ${field} from end to end.`,
};
const seen: Partial<Record<Cause, Sentence>> = {
  mapping_wrong: (giver, receiver) =>
    `The opposite of what ${giver} says is seen to arrive in ${receiver}, by a way that the inventory does not have.`,
  too_slow: (giver, receiver) =>
    `Changes are seen to come from ${giver} to ${receiver} later than agreed, by a way that the inventory does not have.`,
  lost: (giver, receiver) =>
    `Changes are seen to come from ${giver} to ${receiver} by a way that the inventory does not have; this one did not.`,
};

/** Sentences that fit what is known of flows that the inventory does not have; see `worlds` of the model. */
const inWorld: Readonly<Record<string, Partial<Record<Cause, Sentence>>>> = {
  open: undeclared,
  absent: undeclared,
  present: seen,
};

/** The cause of a finding as one plain sentence; empty when the finding states none. */
export function causeSentence(finding: Told, system: (id: string) => Stop): string {
  if (finding.cause === null) return '';
  const pair = readEnds(finding);
  const giver = pair?.from ?? finding.path[0];
  const receiver = pair?.to ?? finding.path.at(-1);
  const nameOf = (id: string | undefined, fallback: string) =>
    id === undefined ? fallback : system(id).name;
  const field = pair ? fieldWords(pair.field) : 'it';
  const sentence = inWorld[String(finding.args.world)]?.[finding.cause] ?? sentences[finding.cause];
  return sentence(nameOf(giver, 'the giver'), nameOf(receiver, 'the receiver'), field);
}
