import { type PairReport, wholePair } from '../../model/link.js';
import { csvLine } from '../../text/csv.js';
import { printable } from '../../text/printable.js';

const safe = (cells: readonly string[]): string => csvLine(cells.map(printable));

const compared = ({ fields }: PairReport) => fields.filter(({ column }) => column !== wholePair);

/** Pairs for somebody to judge, a line each: `same` is empty; how the model weighs them is not told. */
export function renderReview(pairs: readonly PairReport[]): string {
  const named = pairs
    .slice(0, 1)
    .flatMap(compared)
    .flatMap(({ column }) => [`${column} a`, `${column} b`, `${column} agrees`]);
  const head = safe(['pair', 'record_id_a', 'record_id_b', 'same', ...named]);
  const lines = pairs.map((pair, i) => {
    const cells = compared(pair).flatMap(({ a, b, level }) => [a ?? '', b ?? '', level]);
    return safe([String(i + 1), pair.record_id_a, pair.record_id_b, '', ...cells]);
  });
  return `${head}${lines.join('')}`;
}
