import type { Roadmap } from '../../model/roadmap-report.js';
import { groupDigits, renderDuration } from '../../text/numbers.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { countOf } from '../parts/shares.js';
import { carriedOf } from './carried.js';
import { costWords } from './costs.js';
import { initiativeSections, type NameOf } from './initiative-sections.js';
import { wavesOf } from './wave-section.js';
import { changesOf, summaryOf } from './words.js';

const optionNames = { cheapest: 'Fewest flows', fastest: 'Most persons', hub: 'One store' } as const;

/** A central store joined step by step. */
const rollOutOf = ({ options }: Roadmap): string[] =>
  options.flatMap(({ rollout }) =>
    rollout.map(
      ({ systems, flows, persons_fixed: persons }, i) =>
        `One store, step ${i + 1}: ${systems.join(', ')} join; ${countOf(flows, 'new flow')}, ${countOf(persons, 'person')} fixed by then.`,
    ),
  );

function optionsOf(roadmap: Roadmap): DocumentSection {
  const { options } = roadmap;
  const bound = ({ bound: most, exact }: Roadmap['options'][number]): string =>
    most === null ? '' : exact ? 'no choice fixes more' : `no choice fixes more than ${groupDigits(most)}`;
  return {
    id: 'options',
    title: 'Three ways to go about it',
    paragraphs:
      options.length === 0
        ? []
        : ['A person counts as fixed when everything that is wrong for them is put right.'],
    tables: [
      ...tableOf({
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
      }),
      ...(carriedOf(
        roadmap.carried,
        options.map(({ name, carried }) => [optionNames[name], carried]),
      ) ?? []),
    ],
    items: rollOutOf(roadmap),
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
    `New flows are taken to need ${renderDuration(latency)} at most.`,
    'The future knows the flows of the inventory only: where choices come by ways nobody declared, it shows less than would happen; where a new way goes on over a flow that loses, overwrites or turns round what it brings, it shows more. What opens such a way comes after the correction.',
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
