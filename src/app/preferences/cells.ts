import type { TimeOf } from '../../facts/clocks.js';
import type { Choice } from '../../facts/lookup/person/choice.js';
import type { Decision, Judge } from '../../facts/lookup/person/decide.js';
import type { Held, Targets } from '../../facts/lookup/person/records.js';
import { type Cell, coverage, type Weighing, weigh } from '../../facts/lookup/person/weigh.js';
import type { TraceCell, TraceHeld, TraceWinner } from '../../model/trace.js';
import { mask } from '../../text/mask.js';

type Place = TraceHeld['place'];

/** What a trace is written with. */
export interface Writing {
  readonly reveal: boolean;
  place(code: number): Place;
  /** The time of a row as its source tells it. */
  readonly time: TimeOf;
}

/** `lob/comm_type/channel`. */
export const scopeText = ({
  lob,
  comm_type,
  channel,
}: Pick<Choice, 'lob' | 'comm_type' | 'channel'>): string => `${lob}/${comm_type}/${channel}`;

/** The time a system states for a record: of the decision, else of storing. */
export const statedAt = ({ valid_from, recorded_at }: Held): string | null => valid_from ?? recorded_at;

/** Choices are records; only these know what the system wrote. */
const recordOf = (choice: Choice): Held => choice as Held;

function toHeld(
  system_id: string,
  own: Decision,
  pooled: Decision | undefined,
  { place, time }: Writing,
): TraceHeld {
  const record = recordOf(own.by);
  return {
    system_id,
    value: record.value,
    agrees: pooled === undefined ? null : own.denied === pooled.denied,
    strength: record.strength,
    copied: record.copied,
    at: time(record.code, statedAt(record)),
    time_quality: record.time_quality,
    scope: scopeText(record),
    place: place(record.code),
  };
}

function toWinner(decision: Decision, { place, time }: Writing): TraceWinner {
  const { reason } = decision;
  const [by, against] = [recordOf(decision.by), decision.against && recordOf(decision.against)];
  return {
    value: by.value,
    system_id: by.system_id,
    at: time(by.code, statedAt(by)),
    scope: scopeText(by),
    reason,
    against: against
      ? {
          system_id: against.system_id,
          value: against.value,
          at: time(against.code, statedAt(against)),
          scope: scopeText(against),
        }
      : null,
    place: place(by.code),
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** What stands against the winner is looked for among all records, not only among those that could win. */
function strongestAgainst(cell: Cell): Decision | undefined {
  const { pooled } = cell;
  if (pooled === undefined || pooled.against) return pooled;
  const other = [...cell.own.values()].find(({ denied }) => denied !== pooled.denied);
  return other ? { ...pooled, reason: 'explicit_first', against: other.by } : pooled;
}

function toCell(cell: Cell, writing: Writing): TraceCell {
  const { targets, point, policy, own, pooled } = cell;
  const should = strongestAgainst(cell);
  return {
    kind: 'consent',
    lobs: distinct(targets.map(({ lob }) => lob)),
    comm_types: distinct(targets.map(({ comm_type }) => comm_type)),
    channels: distinct(targets.map(({ channel }) => channel)),
    contact_point: point === '*' ? null : writing.reveal ? point : mask(point),
    policy,
    should: should ? toWinner(should, writing) : null,
    systems: [...own].map(([system, decision]) => toHeld(system, decision, pooled, writing)),
  };
}

/** Cells of consent: where messages go, and, for choices that no message is known for, where choices meet. */
export function consentCells(
  held: readonly Held[],
  { used, all }: Targets,
  judge: Judge,
  writing: Writing,
): TraceCell[] {
  const choices = held.filter(({ kind, counts }) => kind === 'consent' && counts);
  const weighing = (targets: Weighing['targets']): Weighing => ({
    targets,
    covered: coverage(targets),
    judge,
  });
  const main = weighing(used);
  const idle = choices.filter((choice) => !main.covered(choice).some(Boolean));
  const rest = weighing(all.filter((_, at) => idle.some((choice) => coverage(all)(choice)[at])));
  return [...weigh(choices, main), ...weigh(choices, rest)].map((cell) => toCell(cell, writing));
}

/** Explicit before the rest, then the latest; of equal ones the first by value, as the facts have it. */
const latestFirst = (a: Held, b: Held): number =>
  b.tier - a.tier || b.at_ms - a.at_ms || (a.value < b.value ? -1 : a.value > b.value ? 1 : a.code - b.code);

/**
 * Paper or electronic: what the person last said anywhere should hold, and each system's own word beside it. A choice
 * of the person's own in another relationship stands for that relationship, unless one is for all.
 */
export function deliveryCell(held: readonly Held[], onePerPerson: boolean, writing: Writing): TraceCell[] {
  const modes = held.filter(({ kind, counts }) => kind === 'delivery' && counts).sort(latestFirst);
  if (modes.length === 0) return [];
  const winner = modes.find(({ tier }) => tier === 2);
  const own = new Map<string, Held>();
  for (const mode of modes) if (!own.has(mode.system_id)) own.set(mode.system_id, mode);
  const agrees = ({ tier, value }: Held): boolean | null => {
    if (winner === undefined) return null;
    return value === winner.value ? true : tier === 2 && !onePerPerson ? null : false;
  };
  const against = modes.find(({ value }) => value !== winner?.value);
  const decision = (by: Held, other?: Held): Decision => ({
    denied: by.deny,
    by,
    reason: other === undefined ? 'nothing_against' : other.tier < by.tier ? 'explicit_first' : 'later',
    ...(other && { against: other }),
  });
  return [
    {
      kind: 'delivery',
      lobs: distinct(modes.map(({ lob }) => lob)),
      comm_types: distinct(modes.map(({ comm_type }) => comm_type)),
      channels: ['*'],
      contact_point: null,
      policy: 'latest',
      should: winner ? toWinner(decision(winner, against), writing) : null,
      systems: [...own.values()].map((mode) => ({
        ...toHeld(mode.system_id, decision(mode), undefined, writing),
        agrees: agrees(mode),
      })),
    },
  ];
}
