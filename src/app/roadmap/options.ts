import type { Initiative } from '../../model/roadmap.js';
import type { Roadmap } from '../../model/roadmap-report.js';
import { cheapestFlows } from '../../roadmap/cheapest.js';
import { chooseBest } from '../../roadmap/choose.js';
import { mergeEdits } from '../../roadmap/merge-edits.js';
import { proposeCentral } from '../../roadmap/propose/index.js';
import { compareText } from '../../text/compare.js';
import type { Base } from './read-base.js';
import type { Weighing } from './weighing.js';

type Option = Roadmap['options'][number];

const newFlows = (initiatives: readonly Initiative[]): number =>
  mergeEdits(initiatives.map(({ edits }) => edits)).filter((edit) => 'add' in edit && edit.add === 'flows')
    .length;

const optionOf = (
  name: Option['name'],
  what: string,
  initiatives: readonly Initiative[],
  measured: Pick<Option, 'persons_fixed' | 'bound' | 'exact'>,
): Option => ({
  name,
  what,
  initiatives: initiatives.map(({ id }) => id),
  flows: newFlows(initiatives),
  effort: initiatives.reduce((sum, { effort }) => sum + effort, 0),
  ...measured,
});

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

/** Three answers to the same question side by side: fewest flows, most persons by so many changes, one store. */
export function compareOptions(base: Base, weighing: Weighing, most: number): Option[] {
  const { initiatives, satisfies, supports, fixed } = weighing;
  const cheapest = cheapestFlows(base.today.ground);
  const fastest = chooseBest({
    count: initiatives.length,
    sets: base.today.sets,
    satisfies,
    supports,
    most,
  });
  const chosen = fastest.initiatives.map((place) => initiatives[place]!);
  const central = bestHub(base, weighing);
  return [
    optionOf(
      'cheapest',
      'The fewest new flows by which all systems that must hear each other do.',
      cheapest,
      {
        persons_fixed: fixed(cheapest),
        bound: null,
        exact: true,
      },
    ),
    optionOf('fastest', `The changes, ${most} at most, that fix most persons.`, chosen, {
      persons_fixed: fastest.persons,
      bound: fastest.bound,
      exact: fastest.exact,
    }),
    ...(central
      ? [
          optionOf('hub', 'One store that all systems hand choices to and take them from.', [central.hub], {
            persons_fixed: central.persons,
            bound: null,
            exact: true,
          }),
        ]
      : []),
  ];
}
