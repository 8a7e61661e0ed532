import { subjectKey } from '../people.js';
import type { Person } from '../person.js';
import { type Random, random } from '../random.js';
import { DAY, HOUR, period } from '../time.js';
import type { Point, Store, World } from '../world/types.js';

/** One event on the way of somebody who wants to become a customer. */
export interface JourneyEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly time: number;
  readonly system: string;
  readonly subject: string;
  readonly keyType: string;
  readonly step: number;
  readonly channel: string;
  readonly actor: 'customer' | 'agent' | 'system';
  readonly document?: string;
  readonly action?: 'requested' | 'received' | 'verified' | 'reused';
  readonly outcome?: 'error';
}

type Step = Pick<JourneyEvent, 'activity' | 'step' | 'actor' | 'document' | 'action' | 'outcome'>;

const step = (
  activity: string,
  place: number,
  actor: JourneyEvent['actor'],
  more: Partial<Step> = {},
): Step => ({
  activity,
  step: place,
  actor,
  ...more,
});
const identity = (action: NonNullable<Step['action']>): Partial<Step> => ({
  document: 'identity card',
  action,
});

/** From the decision on. */
function endOf(dice: Random, desk: JourneyEvent['actor']): Step[] {
  if (dice.chance(0.06)) return [step('Application withdrawn', 5, 'customer')];
  if (dice.chance(0.05)) return [step('Application refused', 5, desk)];
  const sent = step('Contract sent', 5, 'system');
  return dice.chance(0.08) ? [sent] : [sent, step('Account opened', 6, 'system')];
}

/** Steps in order; some are taken twice, and after some people are not heard of again. */
function stepsOf(dice: Random, desk: JourneyEvent['actor'], known: boolean): Step[] {
  const begun = step('Application begun', 1, 'customer');
  if (known)
    return [begun, step('Identity card taken over', 4, desk, identity('reused')), ...endOf(dice, desk)];
  const steps = [
    begun,
    step('Identity card requested', 2, desk, identity('requested')),
    step('Identity card received', 3, 'customer', identity('received')),
  ];
  if (dice.chance(0.12)) {
    steps.push(step('Upload failed', 3, 'system', { outcome: 'error' }));
    if (dice.chance(0.5)) return steps;
  }
  if (dice.chance(0.08)) {
    steps.push(step('Identity card requested', 2, desk, identity('requested')));
    steps.push(step('Identity card received', 3, 'customer', identity('received')));
  }
  if (dice.chance(0.1)) return steps;
  return [...steps, step('Identity card verified', 4, desk, identity('verified')), ...endOf(dice, desk)];
}

/** Minutes to the next step: at a branch days, elsewhere minutes to hours. */
const pause = (dice: Random, { channel }: Point): number =>
  channel === 'branch' ? dice.int(4 * HOUR, 5 * DAY) : dice.int(2, dice.chance(0.2) ? DAY : 40);

function caseOf(seed: number, point: Point, store: Store, person: Person, known: boolean): JourneyEvent[] {
  const dice = random(seed, 'journey', point.id, person.index);
  let time = period.from + dice.int(0, 360 * DAY);
  const desk = point.channel === 'branch' ? 'agent' : 'system';
  return stepsOf(dice, desk, known).flatMap((one, i) => {
    time += i === 0 ? 0 : pause(dice, point);
    if (time >= period.asOf) return [];
    const { system, channel } = point;
    const subject = subjectKey(person, store);
    return [
      { caseId: `${point.id}-${person.index}`, time, system, channel, subject, keyType: store.key, ...one },
    ];
  });
}

/** A point that opens relationships, and the store they are kept in. */
const doors = (world: World) =>
  world.points
    .filter(({ process }) => process === 'onboarding')
    .map((point) => ({ point, store: world.stores.find(({ id }) => id === point.system)! }));

/**
 * One person in ten opened one or two of their relationships this year. The second door takes over what the first has
 * verified in three cases of five.
 */
export function makeJourneys(world: World, seed: number, people: readonly Person[]): JourneyEvent[] {
  return people
    .filter(({ index }) => random(seed, 'new', index).chance(0.1))
    .flatMap((person) => {
      const dice = random(seed, 'doors', person.index);
      const own = doors(world).filter(({ store }) => person.stores.includes(store.id));
      const begun = dice.int(0, own.length - 1);
      const taken = own.slice(begun, begun + (dice.chance(0.4) ? 2 : 1));
      return taken.flatMap(({ point, store }, i) =>
        caseOf(seed, point, store, person, i > 0 && dice.chance(0.6)),
      );
    });
}
