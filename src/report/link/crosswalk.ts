import { csvLine } from '../../text/csv.js';
import { printable } from '../../text/printable.js';

/** Nothing to escape: nearly every id. */
const plain = /^[A-Za-z0-9][A-Za-z0-9_.:]*$/;
const idCell = (id: string): string => (plain.test(id) ? id : csvLine([printable(id)]).slice(0, -1));

/** An id as a reader of the crosswalk finds it: without what a spreadsheet or a terminal would obey. */
export function crosswalkId(id: string): string {
  const cell = idCell(id);
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
const share = (ppm: number): string => String(ppm / 1e6);

export const crosswalkHead = 'record_id,person_id,confidence,basis\n';
export const linksHead = 'record_id_a,record_id_b,probability,weight,basis,same_person\n';

/** A line of the crosswalk; a person is named by the number of its first record. */
export const crosswalkLine = (line: {
  readonly record_id: string;
  readonly person: number;
  readonly ppm: number;
  readonly basis: string;
}): string => `${idCell(line.record_id)},P${line.person},${share(line.ppm)},${line.basis}\n`;

/** A link: two records, the probability that they are one person, and its weight in bits. */
export const linksLine = (line: {
  readonly a: string;
  readonly b: string;
  readonly ppm: number;
  readonly weight: number;
  readonly known: boolean;
  readonly joined: boolean;
}): string =>
  `${idCell(line.a)},${idCell(line.b)},${share(line.ppm)},${line.weight / 1000},${line.known ? 'known' : 'probabilistic'},${line.joined ? 'yes' : 'no'}\n`;
