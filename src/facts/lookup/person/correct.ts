import { type Choice, depthOf, meet, type Scope, scopeKey } from './choice.js';
import type { Held, PersonConflict, Subject } from './records.js';
import { isSound } from './sound.js';
import { type Cell, type Weighing, weigh } from './weigh.js';

/** One value that must hold for one key of a system. */
export interface Correction {
  readonly system_id: string;
  readonly key_type: string;
  readonly subject_key: string;
  readonly kind: 'consent' | 'delivery';
  readonly scope: Scope;
  /** The record that says otherwise; undefined where the system holds nothing. */
  readonly wrong: Held | undefined;
  /** The decision it repeats. */
  readonly by: Held;
  readonly class: string;
  /** Both the key and the decision are linked to the person for certain. */
  readonly certain: boolean;
}

/** All that is known of one person in conflict. */
export interface Case {
  readonly subjects: readonly Subject[];
  readonly held: readonly Held[];
  readonly conflicts: readonly PersonConflict[];
}

/** What cannot be put right by values of single scopes. */
export interface Corrected {
  readonly corrections: readonly Correction[];
  /** Those that would leave the system at odds, or move what is right. */
  readonly unsound: readonly Correction[];
}

interface Fault {
  readonly system: string;
  readonly cell: Cell;
  readonly denied: boolean;
  readonly by: Held;
  readonly class: string;
}

const recordOf = (choice: Choice): Held => choice as Held;

/** Whether a conflict is about the cell: its field names the channel, or all. */
const isAbout = ({ field }: PersonConflict, { targets }: Cell): boolean =>
  field === 'preference.consent' || targets.some(({ channel }) => field === `preference.consent.${channel}`);

const isInside = ({ from_system_id, to_system_id }: PersonConflict): boolean =>
  from_system_id === to_system_id;

/** What has happened, and consent that ran out, no value puts right. */
const past = ['violation', 'expired'];

/** What a system must hold in a cell, if it is at odds there; a change under way in time is left alone. */
function faultOf(cell: Cell, system: string, conflicts: readonly PersonConflict[]): Fault | undefined {
  const own = cell.own.get(system);
  const about = conflicts.filter((one) => one.to_system_id === system && isAbout(one, cell));
  const settled = about.find(({ cause, class: name }) => cause !== 'in_flight' && !past.includes(name));
  if (settled === undefined) return undefined;
  const should = cell.pooled ?? own;
  const applies =
    own === undefined ? settled.class === 'missing' : isInside(settled) || own.denied !== should?.denied;
  return applies && should
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

const toAddition = (fault: Fault, scope: Scope, subject: Subject): Correction => ({
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

type Scopes = (fault: Fault, wrong: Scope | undefined) => Scope[];

/** As wide as decision and record both are: one line for what one choice is about. */
const widest: Scopes = ({ by }, wrong) => {
  const scope = wrong === undefined ? by : meet(by, wrong);
  return scope === undefined ? [] : [scope];
};

/** Target by target: more lines, and nothing else is touched. */
const exact: Scopes = ({ cell }) => cell.targets.map((target) => ({ ...target, point: cell.point }));

const keyOf = ({ system_id, key_type, subject_key, scope }: Correction): string =>
  JSON.stringify([system_id, key_type, subject_key, scopeKey(scope)]);

function correctionsFor(
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

/**
 * What each system must hold so that one person's consents no longer contradict each other. Lines are tried as wide as
 * the choice was, then target by target; those of a system that would still be at odds, or would move what is right
 * today, are handed back as unsound.
 */
export function correctConsents(one: Case, weighing: Weighing): Corrected {
  const choices = one.held.filter(({ kind, counts }) => kind === 'consent' && counts);
  const cells = weigh(choices, weighing);
  const systems = [...new Set(one.conflicts.map(({ to_system_id }) => to_system_id))].sort();
  const parts = systems.map((system) => {
    const faults = cells.flatMap((cell) => faultOf(cell, system, one.conflicts) ?? []);
    const tried = [widest, exact].map((scopes) => correctionsFor(faults, one, weighing, scopes));
    const sound = tried.find((lines) =>
      isSound({ before: choices, after: applied(choices, lines), system, cells, faults }, weighing),
    );
    return { sound, lines: tried[0] ?? [] };
  });
  return {
    corrections: parts.flatMap(({ sound }) => sound ?? []),
    unsound: parts.flatMap(({ sound, lines }) => (sound === undefined ? lines : [])),
  };
}
