import { choiceFiguresWith } from '../../facts/future/choice-figures.js';
import type { Edit } from '../../model/edit.js';
import type { Initiative } from '../../model/roadmap.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import { cheapestFlows } from '../../roadmap/cheapest.js';
import { chooseBest } from '../../roadmap/choose.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import { proposeCentral } from '../../roadmap/propose/index.js';
import { joinedBy, rollOut } from '../../roadmap/roll-out.js';
import { compareText } from '../../text/compare.js';
import type { Base } from './read-base.js';
import type { Weighing } from './weighing.js';

type Option = Roadmap['options'][number];

/** What options are to keep to. */
export interface Limits {
  /** Changes in the option that fixes most persons. */
  readonly changes: number;
  /** Effort that an option may take. */
  readonly budget?: number | undefined;
}

const newFlows = (edits: readonly Edit[]): number =>
  edits.filter((edit) => 'add' in edit && edit.add === 'flows').length;

const effortOf = (initiatives: readonly Initiative[]): number =>
  initiatives.reduce((sum, { effort }) => sum + effort, 0);

type Told = Pick<Option, 'name' | 'what'>;
type Measured = Pick<Option, 'persons_fixed' | 'bound' | 'exact'> & Partial<Pick<Option, 'rollout'>>;

function optionOf(
  { today, config }: Base,
  told: Told,
  initiatives: readonly Initiative[],
  measured: Measured,
): Option {
  const edits = mergeEdits(initiatives.map((one) => one.edits));
  return {
    ...told,
    initiatives: initiatives.map(({ id }) => id),
    flows: newFlows(edits),
    effort: effortOf(initiatives),
    carried: choiceFiguresWith(today.ways.tables, config, edits),
    rollout: [],
    ...measured,
  };
}

/** The central store that fixes most persons; of equals the one with least effort. */
function bestHub(
  { today, silo }: Base,
  { fixed }: Weighing,
): { hub: Initiative; persons: number } | undefined {
  return proposeCentral(today.ground, silo)
    .map((hub) => ({ hub, persons: fixed([hub]) }))
    .sort(
      (a, b) => b.persons - a.persons || a.hub.effort - b.hub.effort || compareText(a.hub.id, b.hub.id),
    )[0];
}

/** Parts of a roll-out that are told. */
const steps = 4;

/** A central store joined in a few steps of as many systems each, with what is fixed by then. */
function rollOutOf({ today }: Base, { fixed, satisfiedBy }: Weighing, hub: Initiative): Option['rollout'] {
  const order = rollOut(hub, today.sets, today.wants, satisfiedBy([hub]));
  const size = Math.max(1, Math.ceil(order.length / steps));
  const ends = Array.from({ length: Math.ceil(order.length / size) }, (_, i) => (i + 1) * size);
  return ends.map((end) => {
    const part = joinedBy(hub, new Set(order.slice(0, end)));
    return { systems: order.slice(end - size, end), flows: part.flows.length, persons_fixed: fixed([part]) };
  });
}

const known = { bound: null, exact: true };

/** The changes, so many at most and within the budget, that fix most persons. */
function fastestOf(base: Base, weighing: Weighing, { changes, budget }: Limits): Option {
  const { initiatives, satisfies, supports, related } = weighing;
  const costs = initiatives.map(({ effort }) => effort);
  const choice = chooseBest({
    count: initiatives.length,
    sets: base.today.sets,
    satisfies,
    supports,
    related,
    most: changes,
    ...(budget !== undefined && { budget: { costs, most: budget } }),
  });
  const within = budget === undefined ? '' : ` for an effort of ${budget}`;
  const what = `The changes, ${changes} at most${within}, that fix most persons.`;
  return optionOf(
    base,
    { name: 'fastest', what },
    choice.initiatives.map((place) => initiatives[place]!),
    { persons_fixed: choice.persons, bound: choice.bound, exact: choice.exact },
  );
}

/** Three answers to the same question side by side: fewest flows, most persons by so many changes, one store. */
export function compareOptions(base: Base, weighing: Weighing, limits: Limits): Option[] {
  const cheapest = cheapestFlows(base.today.ground);
  const central = bestHub(base, weighing);
  return [
    optionOf(
      base,
      { name: 'cheapest', what: 'The fewest new flows by which all systems that must hear each other do.' },
      cheapest,
      { ...known, persons_fixed: weighing.fixed(cheapest) },
    ),
    fastestOf(base, weighing, limits),
    ...(central
      ? [
          optionOf(
            base,
            { name: 'hub', what: 'One store that all systems hand choices to and take them from.' },
            [central.hub],
            { ...known, persons_fixed: central.persons, rollout: rollOutOf(base, weighing, central.hub) },
          ),
        ]
      : []),
  ];
}
