import { type Choice, meet } from './choice.js';
import type { Case, Corrected, Correction } from './correction.js';
import {
  applied,
  correctionsFor,
  exact,
  type Fault,
  faultOf,
  keyOf,
  recordOf,
  type Scopes,
  toAddition,
  widest,
} from './correction-lines.js';
import type { PersonConflict } from './records.js';
import { byPlace, isSound, placeOf } from './sound.js';
import { type Cell, type Weighing, weigh } from './weigh.js';

const isOf = (field: string, channel: string): boolean =>
  field === 'preference.consent' || channel === '*' || field === `preference.consent.${channel}`;

/** Cells where the lines would put the system at odds although it is not today: a wide line needs an exception there. */
function spoiledBy(
  lines: readonly Correction[],
  choices: readonly Choice[],
  cells: readonly Cell[],
  weighing: Weighing,
): Fault[] {
  const [first] = lines;
  if (first === undefined) return [];
  const now = byPlace(weigh(applied(choices, lines), weighing));
  return cells.flatMap((cell): Fault[] => {
    const [was, should] = [cell.own.get(first.system_id)?.denied, cell.pooled];
    const own = now.get(placeOf(cell.targets[0]!, cell.point))?.own.get(first.system_id)?.denied;
    if (should === undefined || own === was || own === should.denied) return [];
    return [
      { system: first.system_id, cell, denied: should.denied, by: recordOf(should.by), class: first.class },
    ];
  });
}

/** The lines, with exceptions below them as long as one is needed. */
function complete(
  lines: readonly Correction[],
  choices: readonly Choice[],
  cells: readonly Cell[],
  weighing: Weighing,
  scopes: Scopes,
): Correction[] {
  let all = [...lines];
  for (let round = 0; round < 3; round += 1) {
    const spoiled = spoiledBy(all, choices, cells, weighing);
    if (spoiled.length === 0) break;
    const keys = [...new Map(lines.map((line) => [`${line.key_type} ${line.subject_key}`, line])).values()];
    const more = spoiled.flatMap((fault) =>
      keys.flatMap((key) => scopes(fault, undefined).map((scope) => toAddition(fault, scope, key))),
    );
    all = [...new Map([...more, ...all].map((line) => [keyOf(line), line])).values()];
  }
  return all;
}

/**
 * Whether nobody can know which came last: the choice a line repeats has no day, and somewhere the opposite stands with
 * its day. Entered today, the line would be the latest word.
 */
const isUndecided = ({ by, scope }: Correction, mended: readonly Choice[]): boolean =>
  !by.dated &&
  mended.some(
    (other) => other.tier === 2 && other.dated && other.deny !== by.deny && meet(other, scope) !== undefined,
  );

/**
 * Whether a choice of no day is still on its way to another system. Entered elsewhere today it would have a day, and be
 * taken for the customer's word there, from where it goes other ways or none.
 */
const isUnderWay = ({ by, scope }: Correction, conflicts: readonly PersonConflict[]): boolean =>
  !by.dated &&
  conflicts.some(
    ({ cause, from_system_id, field }) =>
      cause === 'in_flight' && from_system_id === by.system_id && isOf(field, scope.channel),
  );

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
    const tried = [widest, exact].map((scopes) =>
      complete(correctionsFor(faults, one, weighing, scopes), choices, cells, weighing, scopes),
    );
    const isRight = (lines: readonly Correction[]): boolean =>
      isSound({ before: choices, after: applied(choices, lines), system, cells, faults }, weighing);
    const sound = tried.find(isRight);
    return { sound, lines: tried[0] ?? [] };
  });
  const sure = parts.flatMap(({ sound }) => sound ?? []);
  const mended = applied(choices, sure);
  const corrections: Correction[] = [];
  const undecided: Correction[] = [];
  const underWay: Correction[] = [];
  for (const line of sure) {
    if (isUndecided(line, mended)) undecided.push(line);
    else if (isUnderWay(line, one.conflicts)) underWay.push(line);
    else corrections.push(line);
  }
  return {
    corrections,
    undecided,
    underWay,
    unsound: parts.flatMap(({ sound, lines }) => (sound === undefined ? lines : [])),
  };
}
