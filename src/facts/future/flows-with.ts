import { remember } from '../../graph/remember.js';
import type { Flow, Way } from '../../graph/types.js';
import type { FlowChange } from './supports.js';
import { isMovable, movedBetween, nodesWith, type WayTrees, waysOver } from './way-trees.js';

/** The ways of one field in a future. */
export interface FieldWays {
  /** Quickest way; undefined when there is none. */
  readonly way: (from: string, to: string) => Way | undefined;
  readonly trees: WayTrees;
  /**
   * From a system: whether its way to another, or what that one does with the field, can differ from the future before;
   * undefined where nothing can.
   */
  readonly movedFrom: (from: string) => ((to: string) => boolean) | undefined;
  /** Whether all ways from a system are known from the other of two futures that were joined. */
  readonly asBeside: (from: string) => boolean;
  /** Systems where the field is changed. */
  readonly collectors: ReadonlySet<string>;
  /** Keys by which a system can attach values, as field paths. */
  readonly keys: (system: string) => readonly string[];
  /** All flows that carry the field, and those that edits touch. */
  readonly flows: readonly Flow[];
  readonly change: FlowChange;
}

/** Makes a thing once, when it is first asked for. */
const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** The ways where flows are changed; they are searched anew from where they can be neither as before nor as beside. */
export function flowsWith(before: FieldWays, change: FlowChange, beside?: FieldWays) {
  const flows = [...before.flows.filter(({ flowId }) => !change.ids.has(flowId)), ...change.after];
  const nodes = nodesWith(before.trees.nodes, change.after);
  const anew = once(() => waysOver(flows, nodes));
  const canMove = remember((from: string) => isMovable(before.trees.from(from), change));
  const asBeside = remember(
    (from: string) =>
      beside !== undefined && canMove(from) && !isMovable(beside.trees.from(from), before.change),
  );
  const treesOf = (from: string): WayTrees => (canMove(from) ? anew() : before.trees);
  const from = remember((system: string) =>
    (asBeside(system) ? beside!.trees : treesOf(system)).from(system),
  );
  return {
    way: (system: string, to: string) => from(system)?.way(to),
    trees: { nodes, from },
    movedFrom: (system: string) =>
      canMove(system) ? movedBetween(before.trees.from(system), from(system)) : undefined,
    asBeside,
    flows,
    change,
  };
}

/**
 * The ways of a field where two changes of one future are both made, `before` and `beside` being those with one of them;
 * the changes are apart.
 */
export const joinFutures = (before: FieldWays, beside: FieldWays): FieldWays => ({
  ...before,
  ...flowsWith(before, beside.change, beside),
});
