import type { Row, Store } from '../../store/store.js';

/** A record and the person it belongs to. */
export type CrosswalkLine = Row & {
  readonly record_id: string;
  readonly person: number;
  readonly ppm: number;
  readonly basis: string;
};

/** Every record, in order of files and rows. */
export const readCrosswalk = (store: Store): AsyncIterable<CrosswalkLine[]> =>
  store.stream<CrosswalkLine>(`
    SELECT r.record_id, p.person, p.ppm, p.basis
    FROM link_names r JOIN work_link_persons p ON p.record = r.record ORDER BY r.record`);

/** A pair at or over the threshold. */
export type PairLine = Row & {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly ppm: number;
  readonly known: boolean;
  /** Both ended under one person; guards may keep linked records apart. */
  readonly joined: boolean;
};

/** Pairs at or over the threshold, known ones too, in order of their records. */
export const readPairs = (store: Store, threshold: number): AsyncIterable<PairLine[]> =>
  store.stream<PairLine>(`
    SELECT a.record_id AS a, b.record_id AS b, l.weight, l.ppm, l.known, p.person = q.person AS joined
    FROM work_link_pairs l
    JOIN link_names a ON a.record = l.a JOIN link_names b ON b.record = l.b
    JOIN work_link_persons p ON p.record = l.a JOIN work_link_persons q ON q.record = l.b
    WHERE l.known OR l.ppm >= ${Math.round(threshold * 1e6)} ORDER BY l.a, l.b`);

/** Pairs nearest to the threshold, half of them above it, in order of their records, which tells nothing of the weight. */
export const readNearest = (
  store: Store,
  threshold: number,
  many: number,
): Promise<{ a: number; b: number }[]> => {
  const ppm = Math.round(threshold * 1e6);
  const side = (where: string, order: string) => `
    (SELECT a, b FROM work_link_pairs WHERE NOT known AND ${where} ORDER BY ${order}, a, b LIMIT ${many / 2})`;
  return store.all<{ a: number; b: number }>(`
    SELECT a, b FROM (${side(`ppm >= ${ppm}`, 'weight')} UNION ALL ${side(`ppm < ${ppm}`, 'weight DESC')})
    ORDER BY a, b`);
};
