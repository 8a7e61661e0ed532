import { Pieces, type ReadHeadway } from '../model/headway.js';
import { followStatements } from '../store/follow-statements.js';
import type { Store } from '../store/store.js';

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
export type OnStep = (step: Step, read: ReadHeadway) => void;

/** Follows the steps, some of which run side by side. */
export class Steps {
  private readonly pieces = new Pieces(all);

  constructor(private readonly tell: OnStep = () => undefined) {}

  /** `lane`: the connection a step does its work on. */
  async follow<T>(step: Step, lane: Pick<Store, 'headway'>, work: () => Promise<T>): Promise<T> {
    this.pieces.begin(step, weights[step], followStatements(lane));
    this.tell(step, this.pieces.read);
    const made = await work();
    this.pieces.end(step);
    return made;
  }
}
