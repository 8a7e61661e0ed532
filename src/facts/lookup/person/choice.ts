/** Where a choice holds; `*` for all. */
export interface Scope {
  readonly lob: string;
  readonly comm_type: string;
  readonly channel: string;
  /** Address the choice is about, in lower case. */
  readonly point: string;
}

/** Where messages go, or where two choices meet. */
export type Target = Omit<Scope, 'point'>;

/** A record that says yes or no, with all that decides about it. */
export interface Choice extends Scope {
  readonly system_id: string;
  readonly key_type: string;
  readonly subject_key: string;
  readonly value: string;
  readonly deny: boolean;
  /** 2 explicit, 1 imported or inferred, 0 default. */
  readonly tier: number;
  readonly depth: number;
  /** Milliseconds since 1970 of the decision, as far as known. */
  readonly at_ms: number;
  /** The decision's own time is known. */
  readonly dated: boolean;
  /** At least the time of storing is known. */
  readonly timed: boolean;
  readonly jurisdiction: string | null;
  /** Place in the inputs, as one number. */
  readonly code: number;
}

const isWithin = (axis: string, value: string): boolean =>
  axis === '*' || axis === value || value.startsWith(`${axis}/`);

/** Whether a choice for `scope` is one for `target`. */
export const covers = (scope: Target, target: Target): boolean =>
  isWithin(scope.lob, target.lob) &&
  isWithin(scope.comm_type, target.comm_type) &&
  (scope.channel === '*' || scope.channel === target.channel);

/** The deeper of two scopes on each axis; undefined where they have nothing in common. */
export function meet(a: Scope, b: Scope): Scope | undefined {
  const axis = (x: string, y: string): string | undefined =>
    isWithin(x, y) ? y : isWithin(y, x) ? x : undefined;
  const [lob, comm_type] = [axis(a.lob, b.lob), axis(a.comm_type, b.comm_type)];
  const [channel, point] = [axis(a.channel, b.channel), axis(a.point, b.point)];
  if (lob === undefined || comm_type === undefined || channel === undefined || point === undefined)
    return undefined;
  return { lob, comm_type, channel, point };
}

const steps = (path: string): number => (path === '*' ? 0 : path.split('/').length);

/** How narrow a scope is, as facts count it. */
export const depthOf = ({ lob, comm_type, channel, point }: Scope): number =>
  (lob === '*' ? 0 : 1) + steps(comm_type) + (channel === '*' ? 0 : 1) + (point === '*' ? 0 : 1);

export const scopeKey = ({ lob, comm_type, channel, point }: Scope): string =>
  JSON.stringify([lob, comm_type, channel, point]);
