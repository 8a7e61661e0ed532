import type { Linkage } from '../../linkage/index.js';
import type { LinkReport } from '../../model/link.js';
import type { Row, Store } from '../../store/store.js';
import type { Known } from './known.js';
import type { Records } from './read-records.js';

/** Six places are more than any figure of a model is good for. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
const maybe = (value: number | null): number | null => (value === null ? null : rounded(value));

type Counts = Row & {
  readonly persons: number;
  readonly several: number;
  readonly largest: number;
  readonly certain: number;
  readonly likely: number;
  readonly possible: number;
};

const counts = `
  WITH sizes AS (SELECT person, count(*) AS n FROM work_link_persons GROUP BY person),
  persons AS (SELECT count(*) AS persons, count(*) FILTER (n > 1) AS several, coalesce(max(n), 0) AS largest FROM sizes),
  bands AS (
    SELECT count(*) FILTER (ppm >= 990000) AS certain, count(*) FILTER (ppm >= 900000 AND ppm < 990000) AS likely,
           count(*) FILTER (ppm >= 500000 AND ppm < 900000) AS possible
    FROM work_link_pairs)
  SELECT * FROM persons, bands`;

const fileOf = ({ file, rowsIn, rowsSetAside, setAside, id, columns }: Records['files'][number]) => ({
  file,
  rows_in: rowsIn,
  rows_used: rowsIn - rowsSetAside,
  rows_set_aside: rowsSetAside,
  set_aside: setAside.map(({ row, column, expected }) => ({ row, column, expected })),
  record_id: id ?? null,
  columns: columns.map(({ header, role, from, left }) => ({
    header,
    role: role ?? null,
    from: from ?? null,
    left: left ?? null,
  })),
});

function modelOf({ summary }: Linkage): Pick<LinkReport, 'prior' | 'fields' | 'blocks' | 'estimated'> {
  const { model, blocks, estimated } = summary;
  return {
    prior: rounded(model.prior),
    fields: model.fields.map(({ column, role, levels }) => ({
      column,
      role,
      levels: levels.map(({ name, m, u, weight, byFrequency }) => ({
        name,
        m: rounded(m),
        u: rounded(u),
        weight: rounded(weight),
        by_frequency: byFrequency,
      })),
    })),
    blocks: blocks.map(({ keys, pairs, dropped }) => ({
      keys: [...keys],
      pairs,
      dropped_values: dropped.values,
      dropped_pairs: dropped.pairs,
    })),
    estimated: {
      blocking_recall: maybe(estimated.blockingRecall),
      precision: maybe(estimated.precision),
      recall: maybe(estimated.recall),
    },
  };
}

/** Everything about the run but its lines, for people and for programs. */
export async function readResult(
  store: Store,
  linkage: Linkage,
  { files }: Records,
  parts: {
    readonly mode: LinkReport['mode'];
    readonly known: Known | null;
    readonly measured: LinkReport['measured'];
  },
): Promise<LinkReport> {
  const { summary } = linkage;
  const [found] = await store.all<Counts>(counts);
  const { persons, several, largest, certain, likely, possible } = found!;
  return {
    $schema: 'unsilo/src/schema/link.json',
    schema_version: 1,
    mode: parts.mode,
    files: files.map(fileOf),
    records: summary.records,
    persons,
    persons_of_several: several,
    largest,
    compared: summary.compared,
    links: summary.links,
    bands: { certain, likely, possible },
    threshold: summary.threshold,
    crowded_names: summary.crowdedNames,
    ...modelOf(linkage),
    measured: parts.measured,
    known: parts.known,
    timings: Object.fromEntries(Object.entries(summary.timings).map(([step, ms]) => [step, Math.round(ms)])),
  };
}
