import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentArticle, type DocumentSection, tableOf } from '../document/section.js';
import { notMeasurable } from '../parts/communications.js';
import { countOf } from '../parts/shares.js';
import { costInParts, costWords, savingWords } from './costs.js';
import { marksOf, partOf } from './words.js';

/** Names of initiatives and goals by what they go by in the roadmap. */
export type NameOf = (id: string) => string;

/** Who gives and who receives, each once. */
export const ownersOf = ({ owners }: RoadmapInitiative): string =>
  [...new Set([owners.giver, owners.receiver])].filter((name) => name !== null).join(', ');

/** `closes 4 findings`, `closes 3 of 4 findings`, or what it does to persons. */
export function effectOf(one: RoadmapInitiative): string {
  const aimed = one.findings_aimed.length;
  const parts = [
    ...(one.persons_added > 0 ? [`fixes ${countOf(one.persons_added, 'person')}`] : []),
    ...(aimed > 0
      ? [
          one.provable
            ? `closes ${partOf(one.findings_closed.length, aimed)}`
            : `answers ${countOf(aimed, 'finding')}`,
        ]
      : []),
  ];
  return (
    parts.join(', ') ||
    (one.basis === 'workshop' ? 'from a workshop' : `touches ${countOf(one.persons_touched, 'person')}`)
  );
}

function factsOf(one: RoadmapInitiative, nameOf: NameOf): (readonly [string, string])[] {
  const persons =
    one.basis === 'conflicts'
      ? `${groupDigits(one.persons_added)} with those before, ${groupDigits(one.persons_alone)} alone, ${groupDigits(one.persons_touched)} touched`
      : `${groupDigits(one.persons_touched)} touched`;
  return [
    ['Persons', persons],
    [
      'Messages a month',
      one.messages_a_month === null ? notMeasurable : groupDigits(Math.round(one.messages_a_month)),
    ],
    ['Effect', effectOf(one)],
    [
      'Proof',
      one.provable
        ? 'an audit of the changed inventory'
        : 'none before it is done: the inventory does not hold it',
    ],
    ['Effort', groupDigits(one.effort)],
    ['Cost', costInParts(one.cost)],
    ['Saves a month', savingWords(one)],
    ['Owner who gives', one.owners.giver ?? ''],
    ['Owner who receives', one.owners.receiver === one.owners.giver ? '' : (one.owners.receiver ?? '')],
    ['Fields', one.fields.join(', ')],
    ['Comes after', one.depends_on.map(nameOf).join('; ')],
    ['Serves', one.goals.map(nameOf).join('; ')],
    ['Risks', one.risks.join(' ')],
  ];
}

const articleOf = (one: RoadmapInitiative, nameOf: NameOf): DocumentArticle => ({
  title: one.title,
  kicker: marksOf(one),
  paragraphs: [one.what],
  facts: factsOf(one, nameOf),
});

const heads = ['Initiative', 'When', 'Effect', 'Effort', 'Cost', 'Owners'];
const row = (one: RoadmapInitiative): string[] => [
  one.title,
  marksOf(one),
  effectOf(one),
  groupDigits(one.effort),
  costWords(one.cost),
  ownersOf(one),
];

/** A column in which nothing stands is left out. */
function withoutEmpty(rows: readonly (readonly string[])[]): {
  heads: string[];
  rows: string[][];
  numeric: number[];
} {
  const kept = heads.map((_, i) => i).filter((i) => rows.some((cells) => cells[i] !== ''));
  const numeric = [3, 4].map((i) => kept.indexOf(i)).filter((i) => i >= 0);
  return {
    heads: kept.map((i) => heads[i]!),
    rows: rows.map((cells) => kept.map((i) => cells[i]!)),
    numeric,
  };
}

/** Initiatives that were not taken are listed as far as this on a page. */
const mostOthers = 15;

/** The plan in a table, then each of its initiatives by itself; and those that were not taken. */
export function initiativeSections(
  { initiatives, left_out: leftOut }: Roadmap,
  nameOf: NameOf,
): DocumentSection[] {
  const planned = initiatives.filter(({ wave }) => wave !== null);
  const others = initiatives.filter(({ wave }) => wave === null);
  const unsaid = Math.max(0, others.length - mostOthers);
  return [
    {
      id: 'initiatives',
      title: 'What to do',
      tables: tableOf({ caption: 'Initiatives of the plan', ...withoutEmpty(planned.map(row)) }),
    },
    {
      id: 'details',
      title: 'Initiatives one by one',
      articles: planned.map((one) => articleOf(one, nameOf)),
    },
    {
      id: 'others',
      title: 'Weighed and not taken',
      paragraphs: [
        ...(unsaid > 0 ? [`${groupDigits(unsaid)} more stand in the workbook and the CSV file.`] : []),
        ...(leftOut > 0
          ? [`${countOf(leftOut, 'further initiative')} that touch fewer persons were not weighed.`]
          : []),
      ],
      tables: tableOf({
        caption: 'They add nothing to the plan',
        ...withoutEmpty(others.slice(0, mostOthers).map(row)),
      }),
    },
  ];
}
