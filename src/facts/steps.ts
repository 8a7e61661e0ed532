import type { Headway } from '../model/headway.js';

/** Parts of the work, each with its share of the time at 1 M sends and 1 M preferences. */
const weights = {
  'linking persons': 20,
  'comparing choices': 35,
  'looking at the inventory': 5,
  'following messages': 20,
  'counting errors': 10,
  'reading what flows show': 10,
} as const;

export type Step = keyof typeof weights;

const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** Told of a step when it begins. */
export type OnStep = (step: Step, read: () => Headway) => void;

/** Follows the steps, some of which run side by side. */
export class Steps {
  private done = 0;

  constructor(
    private readonly tell: OnStep,
    private readonly rows: number | null,
  ) {}

  async follow<T>(step: Step, work: () => Promise<T>): Promise<T> {
    this.tell(step, this.read);
    const made = await work();
    this.done += weights[step];
    return made;
  }

  private readonly read = (): Headway => ({ share: this.done / all, rows: this.rows });
}
