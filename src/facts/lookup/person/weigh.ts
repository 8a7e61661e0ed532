import { groupBy } from '../../../text/group-by.js';
import { type Choice, covers, type Target } from './choice.js';
import type { Decision, Judge, PolicyName } from './decide.js';

/** Targets about which the same choices speak, and what they come to. */
export interface Cell {
  readonly targets: readonly Target[];
  /** Address the cell is about; `*` for all. */
  readonly point: string;
  readonly policy: PolicyName;
  /** What each system's own choices come to. */
  readonly own: ReadonlyMap<string, Decision>;
  /** What all answers together come to, under `default` the explicit ones; undefined where nobody ever gave one. */
  readonly pooled: Decision | undefined;
}

type Covered = (choice: Choice) => readonly boolean[];

/** Remembers for each scope which targets it covers: thousands of persons share a few dozen scopes. */
export function coverage(targets: readonly Target[]): Covered {
  const known = new Map<string, boolean[]>();
  return (choice) => {
    const key = `${choice.lob}\n${choice.comm_type}\n${choice.channel}`;
    const found = known.get(key) ?? targets.map((target) => covers(choice, target));
    known.set(key, found);
    return found;
  };
}

function bySystem(choices: readonly Choice[]): Map<string, Choice[]> {
  return groupBy(choices, (choice) => choice.system_id);
}

interface Group {
  readonly targets: Target[];
  readonly point: string;
  readonly policy: PolicyName;
  readonly choices: readonly Choice[];
}

function decideCell({ choices, ...group }: Group, judge: Judge): Cell {
  const target = group.targets[0]!;
  const own = new Map<string, Decision>();
  for (const [system, held] of bySystem(choices)) own.set(system, judge.decide(held, group.policy, target)!);
  const least = group.policy === 'default' ? 2 : 1;
  const answers = choices.filter(({ tier }) => tier >= least);
  return { ...group, own, pooled: judge.decide(answers, group.policy, target) };
}

/** A cell of one address is told apart where some choice is about that address alone. */
const isAbout = (choices: readonly Choice[], point: string): boolean =>
  point === '*' || choices.some((choice) => choice.point === point);

/** Targets of one address, together where the same choices speak about them under the same policy. */
function groupTargets(
  point: string,
  choices: readonly Choice[],
  { targets, covered, judge }: Weighing,
): Group[] {
  const speaking = choices.filter((choice) => choice.point === '*' || choice.point === point);
  const places = new Map(speaking.map((choice, place) => [choice, place]));
  const groups = new Map<string, Group>();
  targets.forEach((target, at) => {
    const about = speaking.filter((choice) => covered(choice)[at]);
    if (about.length === 0 || !isAbout(about, point)) return;
    const policy = judge.policyOf(target.comm_type, about);
    const ranked = policy === 'authority' ? `${target.lob} ${target.channel}` : '';
    const key = `${policy} ${ranked} ${about.map((choice) => places.get(choice)).join(' ')}`;
    const group = groups.get(key);
    if (group) group.targets.push(target);
    else groups.set(key, { targets: [target], point, policy, choices: about });
  });
  return [...groups.values()];
}

/** What stays the same from person to person. */
export interface Weighing {
  readonly targets: readonly Target[];
  readonly covered: Covered;
  readonly judge: Judge;
}

/**
 * What one person's choices come to, cell by cell, in the order of the targets. Choices about one address meet their
 * like and those about all addresses.
 */
export function weigh(choices: readonly Choice[], weighing: Weighing): Cell[] {
  const about = new Set(choices.map(({ point }) => point));
  about.delete('*');
  return ['*', ...[...about].sort()].flatMap((point) =>
    groupTargets(point, choices, weighing).map((group) => decideCell(group, weighing.judge)),
  );
}
