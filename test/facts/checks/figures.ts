import { makeWrongs, type Wrongs } from '../../generator/wrongs/index.js';
import { foundIn } from './world.js';

/** How well what was found agrees with what was planted. */
export interface Figures {
  readonly planted: number;
  readonly found: number;
  readonly hits: number;
  readonly surplus: readonly string[];
  readonly missed: readonly string[];
}

type Label = keyof Wrongs['labels'];
export const labels: readonly Label[] = [
  'wrong_recipient',
  'wrong_amount',
  'other_customer_data',
  'contradicts_channel',
];

/** Audits a world of so many customers and holds what is found against what went wrong in it. */
export async function figuresOf(seed: number, customers: number): Promise<Readonly<Record<Label, Figures>>> {
  const world = makeWrongs(seed, customers);
  const lines = await foundIn(world.tables, labels);
  const figures = labels.map((label) => {
    const found = lines
      .filter((line) => line.startsWith(`${label} `))
      .map((line) => line.slice(label.length + 1));
    const planted = world.labels[label];
    // A figure of somebody else is a wrong one, too.
    const also = label === 'wrong_amount' ? world.labels.other_customer_data : new Set<string>();
    const isHit = (key: string) => planted.has(key) || also.has(key);
    const hits = found.filter(isHit).length;
    const figure: Figures = {
      planted: planted.size,
      found: found.length,
      hits,
      surplus: found.filter((key) => !isHit(key)),
      missed: [...planted].filter((key) => !found.includes(key)),
    };
    return [label, figure] as const;
  });
  return Object.fromEntries(figures) as Record<Label, Figures>;
}
