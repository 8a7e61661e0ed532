import type { Headway } from '../model/headway.js';

/** Parts of the work, each with the seconds it took at 3 M sends and 3 M preferences. */
const weights = {
  'linking persons': 18,
  'looking at the inventory': 3,
  'comparing choices': 75,
  'following messages': 30,
  'counting errors': 55,
  'reading what flows show': 65,
} as const;

export type Step = keyof typeof weights;

const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** Told of a step when it begins. */
export type OnStep = (step: Step, read: () => Headway) => void;

/** Follows the steps, some of which run side by side. */
export class Steps {
  private readonly underway = new Set<Step>();
  private done = 0;

  constructor(private readonly tell: OnStep = () => undefined) {}

  async follow<T>(step: Step, work: () => Promise<T>): Promise<T> {
    this.underway.add(step);
    this.tell(step, this.read);
    const made = await work();
    this.underway.delete(step);
    this.done += weights[step];
    return made;
  }

  private readonly read = (): Headway => ({ share: this.done / all, rows: null, at: [...this.underway] });
}
