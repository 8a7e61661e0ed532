import { wilson } from '../../facts/observed/wilson.js';
import { goalStandings, sortMeasures } from '../../findings/scorecard.js';
import type { Config } from '../../model/config.js';
import type { Gap } from '../../model/facts/measures.js';
import {
  type Measure,
  type MeasureId,
  measureForms,
  measureIds,
  type Scorecard,
} from '../../model/scorecard.js';
import { readScorecardTexts, type ScorecardTexts } from '../../rules/read-scorecard-texts.js';
import type { Query } from '../../store/store.js';
import { ownPacks } from '../own-packs.js';
import { readJourneys } from './read-journeys.js';

type MeasureRow = {
  measure: MeasureId;
  silo_id: string | null;
  numerator: number;
  denominator: number;
  median_s: string | null;
  low_s: string | null;
  high_s: string | null;
  gap: Gap | null;
};

const rows = `
  SELECT measure, silo_id, numerator, denominator, median_s, low_s, high_s, gap FROM fact_measures
  ORDER BY measure, silo_id`;

/** Ratios with six places: enough for one in a million, and the same in every engine. */
const places = (value: number): number => Number(value.toFixed(6));

function figuresOf(row: MeasureRow): Pick<Measure, 'value' | 'interval'> {
  if (row.gap !== null) return { value: null, interval: null };
  if (measureForms[row.measure].unit === 'seconds') {
    const [low, high] = [row.low_s, row.high_s];
    return {
      value: Number(row.median_s),
      interval: low === null || high === null ? null : [Number(low), Number(high)],
    };
  }
  const { low, high } = wilson(row.numerator, row.denominator);
  return { value: places(row.numerator / row.denominator), interval: [places(low), places(high)] };
}

const toMeasure =
  ({ measures, gaps }: ScorecardTexts) =>
  (row: MeasureRow): Measure => ({
    id: row.measure,
    title: measures[row.measure].title,
    about: row.silo_id === null ? 'ecosystem' : `silo:${row.silo_id}`,
    numerator: row.numerator,
    denominator: row.denominator,
    counted: measures[row.measure].counted,
    ...measureForms[row.measure],
    ...figuresOf(row),
    why: row.gap === null ? null : gaps[row.gap],
  });

const silos = `
  SELECT silo_id, min(name) AS name FROM std_silos WHERE silo_id IN (SELECT silo_id FROM fact_measures)
  GROUP BY silo_id ORDER BY silo_id`;

async function sponsorsOf(store: Query): Promise<ReadonlyMap<string, string>> {
  const owners = await store.all<{ owner_id: string; name: string }>(
    'SELECT owner_id, min(name) AS name FROM std_owners GROUP BY owner_id ORDER BY owner_id',
  );
  return new Map(owners.map(({ owner_id: id, name }) => [id, name]));
}

/** How the ecosystem of a run and its silos do, against the goals of unsilo.yaml. */
export async function readScorecard(store: Query, { goals = [] }: Config): Promise<Scorecard> {
  const texts = await readScorecardTexts(ownPacks);
  const measures = sortMeasures((await store.all<MeasureRow>(rows)).map(toMeasure(texts)));
  const sponsors = goals.length > 0 ? await sponsorsOf(store) : new Map<string, string>();
  return {
    measures,
    goals: goalStandings(goals, measures, (sponsor) => sponsors.get(sponsor) ?? sponsor),
    journeys: await readJourneys(store),
    silos: await store.all<Scorecard['silos'][number]>(silos),
    definitions: Object.fromEntries(measureIds.map((id) => [id, texts.measures[id].definition])),
  };
}
