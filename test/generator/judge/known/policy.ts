import type { Known } from './records.js';

const tolerance = 5;

const axis = (scope: string, value: string): boolean =>
  scope === '*' || scope === value || value.startsWith(`${scope}/`);

export const isAbout = (line: Known, lob: string, type: string, channel: string): boolean =>
  axis(line.lob, lob) && axis(line.type, type) && axis(line.channel, channel);

const depthOf = ({ lob, type, channel }: Known): number =>
  (lob === '*' ? 0 : 1) + (type === '*' ? 0 : type.split('/').length) + (channel === '*' ? 0 : 1);

const isDenial = ({ value }: Known): boolean => value === 'opt_out' || value === 'paper';

/** Whether a yes stands against a no: deeper and not older, or as deep and surely later. */
function stands(yes: Known, no: Known): boolean {
  const [deep, wide] = [depthOf(yes), depthOf(no)];
  if (deep > wide) return yes.time >= no.time;
  return deep === wide && yes.dated && no.dated && yes.time > no.time + tolerance;
}

/** What records come to by the policy `default`. */
export interface Standing {
  readonly denied: boolean;
  readonly tier: number;
  /** Records behind it: of its value and strength. */
  readonly lines: readonly Known[];
  /** Those that say the opposite as strongly. */
  readonly against: readonly Known[];
}

export function standingOf(lines: readonly Known[]): Standing | undefined {
  if (lines.length === 0) return undefined;
  const tier = Math.max(...lines.map((line) => line.tier));
  const strongest = lines.filter((line) => line.tier === tier);
  const noes = strongest.filter(isDenial);
  const yeses = strongest.filter((line) => !isDenial(line));
  const denied = noes.length > 0 && !yeses.some((yes) => noes.every((no) => stands(yes, no)));
  return { denied, tier, lines: denied ? noes : yeses, against: denied ? yeses : noes };
}

/** The record with which the last unbroken run of the standing value began. */
export function beginOf({ lines, against }: Standing): Known {
  const turn = Math.max(-Infinity, ...against.map((line) => line.time));
  const ordered = [...lines].sort((a, b) => a.time - b.time);
  return ordered.find((line) => line.time > turn) ?? ordered.at(-1)!;
}

export const bySystemOf = (lines: readonly Known[]): Map<string, Known[]> => {
  const systems = new Map<string, Known[]>();
  for (const line of lines) systems.set(line.system, [...(systems.get(line.system) ?? []), line]);
  return systems;
};

export { depthOf };
