import type { Roadmap } from '../../model/roadmap-report.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { countOf } from '../parts/shares.js';
import { costWords, initiativeSections, type NameOf } from './initiative-sections.js';
import { changesOf, figuresOf, spanOf, summaryOf } from './words.js';

const optionNames = { cheapest: 'Fewest flows', fastest: 'Most persons', hub: 'One store' } as const;

/** How choices get about today and under each option. */
function carriedOf({ carried, options }: Roadmap): DocumentSection['tables'] {
  const columns = [carried, ...options.map((option) => option.carried)];
  const rows: [string, (one: Roadmap['carried']) => string][] = [
    [
      'Changes of a choice that arrive in time',
      ({ met, demands }) => `${groupDigits(met)} of ${groupDigits(demands)}`,
    ],
    ['Slowest way', ({ worst_latency_s: worst }) => spanOf(worst)],
    ['Flows on the longest way', ({ max_hops: hops }) => groupDigits(hops)],
    ['Systems that some way cannot do without', ({ single_points: points }) => groupDigits(points)],
  ];
  return tableOf({
    caption: 'How choices get about',
    heads: ['', 'Today', ...options.map(({ name }) => optionNames[name])],
    rows: options.length === 0 ? [] : rows.map(([name, cell]) => [name, ...columns.map(cell)]),
    numeric: columns.map((_, i) => i + 1),
  });
}

/** A central store joined step by step. */
const rollOutOf = ({ options }: Roadmap): string[] =>
  options.flatMap(({ rollout }) =>
    rollout.map(
      ({ systems, flows, persons_fixed: persons }, i) =>
        `One store, step ${i + 1}: ${systems.join(', ')} join; ${countOf(flows, 'new flow')}, ${countOf(persons, 'person')} fixed by then.`,
    ),
  );

/** What an audit shows of the ways themselves. */
function structureOf(wave: Roadmap['waves'][number]): string {
  const { weak_points_opened: points, flows_made_redundant: flows, errors_explained: errors } = wave;
  const named = (list: readonly string[]) =>
    list.length > 5 ? `${list.slice(0, 5).join(', ')} and ${list.length - 5} more` : list.join(', ');
  return [
    ...(points.length > 0 ? [`new weak points: ${named(points)}`] : []),
    ...(flows.length > 0 ? [`flows nothing would miss any more: ${named(flows)}`] : []),
    ...(errors > 0 ? [`${countOf(errors, 'error')} were reported on ways it touches`] : []),
  ]
    .map((part) => `; ${part}`)
    .join('');
}

function optionsOf(roadmap: Roadmap): DocumentSection {
  const { options } = roadmap;
  const bound = ({ bound: most, exact }: Roadmap['options'][number]): string =>
    most === null ? '' : exact ? 'no choice fixes more' : `no choice fixes more than ${groupDigits(most)}`;
  return {
    id: 'options',
    title: 'Three ways to go about it',
    paragraphs: ['A person counts as fixed when everything that is wrong for them is put right.'],
    tables: [
      {
        caption: 'Options side by side',
        heads: ['Option', 'Persons fixed', 'New flows', 'Effort', 'Proof', 'What it is'],
        rows: options.map((option) => [
          optionNames[option.name],
          groupDigits(option.persons_fixed),
          groupDigits(option.flows),
          groupDigits(option.effort),
          bound(option),
          option.what,
        ]),
        numeric: [1, 2, 3],
      },
      ...(carriedOf(roadmap) ?? []),
    ],
    items: rollOutOf(roadmap),
  };
}

function wavesOf({ today, waves }: Roadmap): DocumentSection {
  const columns = [today, ...waves.map(({ after }) => after)].map(figuresOf);
  return {
    id: 'waves',
    title: 'Waves, each audited',
    paragraphs: [
      'After each wave the whole audit is run again on the inventory as that wave leaves it. What stood in the way of a choice and no longer does counts as arrived; what was sent and chosen stays as it was.',
    ],
    tables: tableOf({
      caption: 'The ecosystem today and after each wave',
      heads: ['', 'Today', ...waves.map(({ wave }) => `After wave ${wave}`)],
      rows:
        waves.length === 0
          ? []
          : figuresOf(today).map(([name], i) => [name, ...columns.map((one) => one[i]![1])]),
      numeric: columns.map((_, i) => i + 1),
    }),
    items: waves.map(
      (wave) =>
        `Wave ${wave.wave}: ${groupDigits(wave.persons_claimed)} persons claimed, ${groupDigits(wave.persons_confirmed)} confirmed; ${countOf(wave.findings_closed.length, 'finding')} closed, ${groupDigits(wave.findings_opened.length)} new${structureOf(wave)}.`,
    ),
  };
}

/** What has to be done once besides, system by system. */
function backfillOf({ backfill }: Roadmap): DocumentSection {
  const cost = costWords(backfill.cost);
  return {
    id: 'backfill',
    title: 'Once besides: present values',
    paragraphs:
      backfill.persons === 0
        ? []
        : [
            `Flows mend what comes. What ${countOf(backfill.persons, 'person')} chose already has to be put right once where it is wrong; unsilo preferences corrections writes a file for each system.${cost === '' ? '' : ` At the unit cost of a person that is ${cost}.`}`,
          ],
    tables: tableOf({
      caption: 'Persons whose values are to be put right',
      heads: ['System', 'Persons'],
      rows: backfill.systems.map(({ system, persons }) => [system, groupDigits(persons)]),
      numeric: [1],
    }),
  };
}

const methodOf = ({ latency }: Roadmap): DocumentSection => ({
  id: 'method',
  title: 'Method and limits',
  items: [
    'Today is an audit of the inventory and records; every wave is the same audit of the inventory as the wave leaves it.',
    `New flows are taken to need ${latency} at most.`,
    'The future knows the flows of the inventory only: where choices come by ways nobody declared, it shows less than would happen.',
    'Initiatives are made from conflicts between systems, from findings, and from what workshops brought; effort is in units for comparing, costs are those of unsilo.yaml or unknown.',
    'Persons fixed are never counted twice: sets of conflicts are counted person by person, and a person counts when everything that is wrong for them is put right.',
    'What is called not measurable lacks the data that its line names.',
  ],
});

/** The roadmap as a document, section by section. */
export const sectionsOf = (roadmap: Roadmap, nameOf: NameOf): DocumentSection[] => [
  { id: 'summary', title: 'In short', items: summaryOf(roadmap), facts: changesOf(roadmap) },
  optionsOf(roadmap),
  wavesOf(roadmap),
  ...initiativeSections(roadmap, nameOf),
  backfillOf(roadmap),
  methodOf(roadmap),
];
