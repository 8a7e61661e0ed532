import type { Measure, Scorecard } from '../../model/scorecard.js';
import { type DocumentSection, type DocumentTable, tableOf } from '../document/section.js';
import { journeySection } from './journeys.js';
import {
  aboutOf,
  countsOf,
  figureOf,
  intervalOf,
  isWhole,
  reachedOf,
  standingOf,
  targetOf,
  told,
  untoldOf,
  worstOf,
} from './words.js';

function wholeTable(card: Scorecard): DocumentTable[] {
  const rows = told(card.measures).filter(isWhole);
  const worst = (measure: Measure): string => {
    const silo = worstOf(measure, card);
    return silo === undefined ? '' : `${aboutOf(silo.about, card)} ${figureOf(silo)}`;
  };
  return tableOf({
    caption: 'The ecosystem as a whole',
    heads: ['Measure', 'Value', 'Counted', '95 % interval', 'Worst silo'],
    rows: rows.map((row) => [row.title, figureOf(row), countsOf(row), intervalOf(row), worst(row)]),
    numeric: [1, 2, 3],
  });
}

/** Measures side by side that a printed page has room for. */
const mostColumns = 5;

/** Rows are silos, columns the measures that some silo can tell; a table more where a page is too narrow. */
function siloTable(card: Scorecard): DocumentTable[] {
  const known = told(card.measures).filter((measure) => !isWhole(measure));
  const columns = card.measures.filter(
    (measure) => isWhole(measure) && known.some(({ id }) => id === measure.id),
  );
  const abouts = [...new Set(known.map(({ about }) => about))];
  const cell = (about: string, { id }: Measure): string => {
    const found = known.find((one) => one.about === about && one.id === id);
    return found === undefined ? 'n/m' : figureOf(found);
  };
  const pages = Math.ceil(columns.length / mostColumns);
  return Array.from({ length: pages }, (_, page) => {
    const shown = columns.slice(page * mostColumns, (page + 1) * mostColumns);
    return {
      caption: `By silo${page === 0 ? ' (n/m: not measurable)' : ', continued'}`,
      heads: ['Silo', ...shown.map(({ title }) => title)],
      rows: abouts.map((about) => [aboutOf(about, card), ...shown.map((column) => cell(about, column))]),
      numeric: shown.map((_column, i) => i + 1),
    };
  });
}

const goalTable = (card: Scorecard): DocumentTable[] =>
  tableOf({
    caption: 'Goals',
    heads: ['Goal', 'About', 'Target', 'By', 'Sponsor', 'Now', 'Standing'],
    rows: card.goals.map((goal) => [
      goal.title,
      aboutOf(goal.about, card),
      targetOf(goal, card),
      goal.by ?? '',
      goal.sponsor ?? '',
      reachedOf(goal, card),
      standingOf(goal),
    ]),
    numeric: [2, 3, 5],
  });

/** What each measure counts, as far as the scorecard says it. */
const definitionFacts = ({ measures, definitions }: Scorecard): (readonly [string, string])[] =>
  measures.filter(isWhole).map(({ id, title }) => [title, definitions[id] ?? '']);

/** The scorecard as parts of a document: goals, then measures of the ecosystem and of its silos. */
export function scorecardSections(card: Scorecard): DocumentSection[] {
  const untold = untoldOf(card);
  return [
    { id: 'goals', title: 'Goals', tables: goalTable(card) },
    {
      id: 'scorecard',
      title: 'Scorecard',
      tables: [...wholeTable(card), ...siloTable(card)],
      items: untold.length > 0 ? untold.map((line) => `Not measurable: ${line}`) : [],
    },
    journeySection(card),
  ];
}

/** What the measures count: for method and limits. */
export const scorecardMethod = (card: Scorecard): DocumentSection => ({
  id: 'measures',
  title: 'What the measures count',
  facts: definitionFacts(card),
});
