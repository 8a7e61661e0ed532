import { type Choice, covers, scopeKey, type Target } from './choice.js';
import { type Cell, type Weighing, weigh } from './weigh.js';

/** One system's choices before and after its lines are applied. */
export interface Trial {
  readonly before: readonly Choice[];
  readonly after: readonly Choice[];
  readonly system: string;
  /** Cells of `before`. */
  readonly cells: readonly Cell[];
  /** What must hold in which cells. */
  readonly faults: readonly { readonly cell: Cell; readonly denied: boolean }[];
}

type Places = ReadonlyMap<string, Cell>;

/** A target and an address as one text. */
export const placeOf = (target: Target, point: string): string =>
  JSON.stringify([target.lob, target.comm_type, target.channel, point]);

/** Cells by target and address. */
export const byPlace = (cells: readonly Cell[]): Places =>
  new Map(
    cells.flatMap((cell) => cell.targets.map((target) => [placeOf(target, cell.point), cell] as const)),
  );

/** The cell of a target; where one of its address is not told apart, that of all addresses. */
const at = (places: Places, target: Target, point: string): Cell | undefined =>
  places.get(placeOf(target, point)) ?? places.get(placeOf(target, '*'));

/** A no and a yes of one system that contradict each other: in one scope, or a yes below a later or stronger no. */
function contradictions(choices: readonly Choice[], system: string): number {
  const own = choices.filter((choice) => choice.system_id === system && choice.tier > 0);
  const yes = own.filter(({ deny }) => !deny);
  const isWider = (no: Choice, one: Choice): boolean =>
    scopeKey(no) !== scopeKey(one) && covers(no, one) && (no.point === '*' || no.point === one.point);
  return own
    .filter(({ deny }) => deny)
    .flatMap((no) =>
      yes.filter((one) =>
        scopeKey(no) === scopeKey(one)
          ? true
          : no.tier === 2 && isWider(no, one) && (one.tier < 2 || one.at_ms < no.at_ms),
      ),
    ).length;
}

/**
 * Whether lines put right what they are for and move nothing else: every fault is gone, what should hold stays what it
 * was everywhere, and what the system holds in other cells stays, or becomes what should hold there.
 */
export function isSound({ before, after, system, cells, faults }: Trial, weighing: Weighing): boolean {
  const [old, now] = [byPlace(cells), byPlace(weigh(after, weighing))];
  const isRight = faults.every(({ cell, denied }) =>
    cell.targets.every((target) => at(now, target, cell.point)?.own.get(system)?.denied === denied),
  );
  const isKept = [...now.values()].every((cell) =>
    cell.targets.every((target) => {
      const was = at(old, target, cell.point);
      const own = cell.own.get(system)?.denied;
      return (
        cell.pooled?.denied === was?.pooled?.denied &&
        (own === was?.own.get(system)?.denied || own === cell.pooled?.denied)
      );
    }),
  );
  return isRight && isKept && contradictions(after, system) <= contradictions(before, system);
}
