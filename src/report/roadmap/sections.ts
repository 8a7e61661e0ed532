import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { countOf } from '../parts/shares.js';
import { figuresOf, marksOf, summaryOf } from './words.js';

const optionNames = { cheapest: 'Fewest flows', fastest: 'Most persons', hub: 'One store' } as const;

function optionsOf({ options }: Roadmap): DocumentSection {
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
    ],
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
      ({
        wave,
        persons_claimed: claimed,
        persons_confirmed: confirmed,
        findings_closed: closed,
        findings_opened: opened,
      }) =>
        `Wave ${wave}: ${groupDigits(claimed)} persons claimed, ${groupDigits(confirmed)} confirmed; ${countOf(closed.length, 'finding')} closed, ${groupDigits(opened.length)} new.`,
    ),
  };
}

/** Who gives and who receives, each once. */
const ownersOf = ({ owners }: RoadmapInitiative): string =>
  [...new Set([owners.giver, owners.receiver])].filter((name) => name !== null).join(', ');

const row = (one: RoadmapInitiative): string[] => [
  one.title,
  marksOf(one),
  groupDigits(one.effort),
  groupDigits(one.persons_added),
  groupDigits(one.persons_alone),
  groupDigits(one.persons_touched),
  ownersOf(one),
];

const heads = ['Initiative', 'When', 'Effort', 'Fixed with those before', 'Fixed alone', 'Touched', 'Owners'];

function initiativesOf({ initiatives, left_out: leftOut }: Roadmap): DocumentSection[] {
  const planned = initiatives.filter(({ wave }) => wave !== null);
  const others = initiatives.filter(({ wave }) => wave === null);
  return [
    {
      id: 'initiatives',
      title: 'What to do',
      tables: tableOf({
        caption: 'Initiatives of the plan',
        heads,
        rows: planned.map(row),
        numeric: [2, 3, 4, 5],
      }),
      items: planned.map(({ what, risks }) => `${what} ${risks.join(' ')}`),
    },
    {
      id: 'others',
      title: 'Weighed and not taken',
      paragraphs:
        leftOut > 0
          ? [`${countOf(leftOut, 'further initiative')} that touch fewer persons were not weighed.`]
          : [],
      tables: tableOf({
        caption: 'They add nothing to the plan',
        heads,
        rows: others.map(row),
        numeric: [2, 3, 4, 5],
      }),
    },
  ];
}

/** The roadmap as a document, section by section. */
export const sectionsOf = (roadmap: Roadmap): DocumentSection[] => [
  { id: 'summary', title: 'In short', items: summaryOf(roadmap) },
  optionsOf(roadmap),
  wavesOf(roadmap),
  ...initiativesOf(roadmap),
  {
    id: 'method',
    title: 'Method and limits',
    items: [
      `New flows are taken to need ${roadmap.latency} at most.`,
      'The future knows the flows of the inventory only: where choices come by ways nobody declared, it shows less than would happen.',
      'Initiatives are made from conflicts between systems and their causes; effort is in units for comparing, not in money.',
      `Flows mend what comes: the present values of ${countOf(roadmap.backfill.persons, 'person')} have to be put right once besides, \`unsilo preferences corrections\` lists them.`,
      'Persons fixed are never counted twice: sets of conflicts are counted person by person.',
    ],
  },
];
