import { type Choice, depthOf, meet, type Scope, scopeKey } from './choice.js';
import type { Case, Correction } from './correction.js';
import type { Held, PersonConflict, Subject } from './records.js';
import type { Cell, Weighing } from './weigh.js';

/** A cell in which a system must hold something else. */
export interface Fault {
  readonly system: string;
  readonly cell: Cell;
  readonly denied: boolean;
  readonly by: Held;
  readonly class: string;
}

/** Choices that are decided about are records. */
export const recordOf = (choice: Choice): Held => choice as Held;

/** Whether a conflict is about the cell: its field names the channel, or all. */
const isAbout = ({ field }: PersonConflict, { targets }: Cell): boolean =>
  field === 'preference.consent' || targets.some(({ channel }) => field === `preference.consent.${channel}`);

const isInside = ({ from_system_id, to_system_id }: PersonConflict): boolean =>
  from_system_id === to_system_id;

/** What has happened, and consent that ran out, no value puts right. */
const past = ['violation', 'expired'];

/** What a system must hold in a cell, if it is at odds there; a change under way in time is left alone. */
export function faultOf(cell: Cell, system: string, conflicts: readonly PersonConflict[]): Fault | undefined {
  const own = cell.own.get(system);
  const should = cell.pooled ?? own;
  const isWrong = (one: PersonConflict): boolean =>
    own === undefined ? one.class === 'missing' : isInside(one) || own.denied !== should?.denied;
  const settled = conflicts.find(
    (one) =>
      one.to_system_id === system &&
      isAbout(one, cell) &&
      one.cause !== 'in_flight' &&
      !past.includes(one.class) &&
      isWrong(one),
  );
  return settled && should
    ? { system, cell, denied: should.denied, by: recordOf(should.by), class: settled.class }
    : undefined;
}

/** Records of the system that say otherwise in the cell; a default is one only where nothing stronger is there. */
function wrongRecords({ system, cell, denied }: Fault, covering: readonly Held[]): Held[] {
  const own = covering.filter(
    (held) => held.system_id === system && (held.point === '*' || held.point === cell.point),
  );
  const least = Math.min(1, cell.own.get(system)?.by.tier ?? 0);
  return own.filter((held) => held.deny !== denied && held.tier >= least);
}

const toCorrection = (fault: Fault, scope: Scope, wrong: Held): Correction => ({
  system_id: fault.system,
  key_type: wrong.key_type,
  subject_key: wrong.subject_key,
  kind: 'consent',
  scope,
  wrong,
  by: fault.by,
  class: fault.class,
  certain: wrong.certain && fault.by.certain,
});

/** A value where the key holds nothing. */
export const toAddition = (
  fault: Fault,
  scope: Scope,
  subject: Pick<Subject, 'key_type' | 'subject_key' | 'certain'>,
): Correction => ({
  system_id: fault.system,
  key_type: subject.key_type,
  subject_key: subject.subject_key,
  kind: 'consent',
  scope,
  wrong: undefined,
  by: fault.by,
  class: fault.class,
  certain: subject.certain && fault.by.certain,
});

/** Scopes of the lines for a fault, given the record that is wrong. */
export type Scopes = (fault: Fault, wrong: Scope | undefined) => Scope[];

/** As wide as decision and record both are: one line for what one choice is about. */
export const widest: Scopes = ({ by }, wrong) => {
  const scope = wrong === undefined ? by : meet(by, wrong);
  return scope === undefined ? [] : [scope];
};

/** Target by target: more lines, and nothing else is touched. */
export const exact: Scopes = ({ cell }) => cell.targets.map((target) => ({ ...target, point: cell.point }));

/** Two lines with one key are one. */
export const keyOf = ({ system_id, key_type, subject_key, scope }: Correction): string =>
  JSON.stringify([system_id, key_type, subject_key, scopeKey(scope)]);

/** Lines that put right what a system holds in cells. */
export function correctionsFor(
  faults: readonly Fault[],
  { subjects, held }: Case,
  { targets, covered }: Weighing,
  scopes: Scopes,
): Correction[] {
  const lines = faults.flatMap((fault) => {
    const at = targets.indexOf(fault.cell.targets[0]!);
    const covering = held.filter((one) => one.kind === 'consent' && one.counts && covered(one)[at]);
    const wrong = wrongRecords(fault, covering);
    const corrected = wrong.flatMap((one) =>
      scopes(fault, one).map((scope) => toCorrection(fault, scope, one)),
    );
    const isEmpty = !fault.cell.own.has(fault.system);
    const keys = isEmpty ? subjects.filter(({ system_id }) => system_id === fault.system) : [];
    return [
      ...corrected,
      ...keys.flatMap((key) => scopes(fault, undefined).map((scope) => toAddition(fault, scope, key))),
    ];
  });
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}

const isAt = (held: Choice, { system_id, key_type, subject_key, scope }: Correction): boolean =>
  held.system_id === system_id &&
  held.key_type === key_type &&
  held.subject_key === subject_key &&
  scopeKey(held) === scopeKey(scope);

const asCorrected = (line: Correction): Choice => ({
  ...line.by,
  ...line.scope,
  system_id: line.system_id,
  key_type: line.key_type,
  subject_key: line.subject_key,
  depth: depthOf(line.scope),
  code: -1,
});

/** The choices once the lines are applied: values of exactly these scopes replaced, others added. */
export const applied = (choices: readonly Choice[], lines: readonly Correction[]): Choice[] => [
  ...choices.filter((held) => !lines.some((line) => isAt(held, line))),
  ...lines.map(asCorrected),
];
