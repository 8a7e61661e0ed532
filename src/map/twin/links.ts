import type { TwinState } from '../../model/roadmap-document.js';
import { compareText } from '../../text/compare.js';
import { type Strand, strandsOf, type TwinSide } from './sides.js';

/** Two nodes that have to do with each other on either map; `a` gives more fields than `b`. */
export interface TwinLink {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly today: TwinState | null;
  readonly tomorrow: TwinState | null;
}

interface Pair {
  readonly there: Strand | undefined;
  readonly back: Strand | undefined;
}

const isAny = ({ there, back }: Pair): boolean => there !== undefined || back !== undefined;
const fieldsOf = (strand: Strand | undefined): number => strand?.fields ?? 0;
const isSame = (a: Pair, b: Pair): boolean =>
  a.there?.says === b.there?.says && a.back?.says === b.back?.says;

const state = ({ there, back }: Pair, mark: TwinState['mark']): TwinState => ({
  forth: there !== undefined,
  back: back !== undefined,
  mark,
});

/** How a pair looks on both maps: what is to be built stands on today's as missing, what goes is only there. */
function statesOf(today: Pair, tomorrow: Pair): Pick<TwinLink, 'today' | 'tomorrow'> {
  if (!isAny(today)) return { today: state(tomorrow, 'missing'), tomorrow: state(tomorrow, 'new') };
  if (!isAny(tomorrow)) return { today: state(today, 'gone'), tomorrow: null };
  if (isSame(today, tomorrow)) return { today: state(today, 'kept'), tomorrow: state(tomorrow, 'kept') };
  return { today: state(today, 'kept'), tomorrow: state(tomorrow, 'changed') };
}

/** Whether something is built, changed or taken away. */
export const isChange = ({ tomorrow }: TwinLink): boolean => tomorrow?.mark !== 'kept';

/** The links of both maps that are drawn: all that change, and of the others those that carry most. */
export function chooseLinks(today: TwinSide, tomorrow: TwinSide, nodes: number) {
  const [now, then] = [strandsOf(today), strandsOf(tomorrow)];
  const keys = [...new Set([...now.keys(), ...then.keys()])].sort(compareText);
  const links: TwinLink[] = [];
  for (const key of keys) {
    const [from = '', to = ''] = key.split('\n');
    const turned = `${to}\n${from}`;
    if (turned < key && (now.has(turned) || then.has(turned))) continue;
    const pair = (side: ReadonlyMap<string, Strand>, there: string, back: string): Pair => ({
      there: side.get(there),
      back: side.get(back),
    });
    const gives = fieldsOf(now.get(key)) + fieldsOf(then.get(key));
    const takes = fieldsOf(now.get(turned)) + fieldsOf(then.get(turned));
    const [a, b, there, back] = gives >= takes ? [from, to, key, turned] : [to, from, turned, key];
    links.push({ a, b, weight: gives + takes, ...statesOf(pair(now, there, back), pair(then, there, back)) });
  }
  const ranked = links.sort(
    (x, y) =>
      Number(isChange(y)) - Number(isChange(x)) ||
      y.weight - x.weight ||
      compareText(x.a, y.a) ||
      compareText(x.b, y.b),
  );
  const most = Math.max(ranked.filter(isChange).length, Math.round(12 + nodes * 1.5));
  return { links: ranked.slice(0, most), left: Math.max(0, ranked.length - most) };
}
