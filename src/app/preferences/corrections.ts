import { readClocks, type TimeOf } from '../../facts/clocks.js';
import { placeOf, readFiles } from '../../facts/evidence.js';
import { readCases } from '../../facts/lookup/person/cases.js';
import { correctConsents } from '../../facts/lookup/person/correct.js';
import { correctDelivery, type Lobs } from '../../facts/lookup/person/correct-delivery.js';
import type { Case, Correction } from '../../facts/lookup/person/correction.js';
import { readTargets } from '../../facts/lookup/person/records.js';
import { coverage, type Weighing } from '../../facts/lookup/person/weigh.js';
import { confidences } from '../../model/enums.js';
import type { Query } from '../../store/store.js';
import type { Announce, RunRequest } from '../run-stages.js';
import { type Facts, withFacts } from '../with-facts.js';
import { statedAt } from './cells.js';
import { readJudge } from './judge.js';

/** A line of the file of a system, by the columns of `src/model/corrections.ts`; text as it goes into a cell. */
export interface CorrectionLine {
  readonly system_id: string;
  /** Why nobody should apply it unseen; undefined where it goes into the file of its system. */
  readonly reason: string | undefined;
  readonly cells: Readonly<Record<string, string>>;
}

const likely = 'the record is linked to the customer by likeness or by an address alone: look first';
const undecided =
  'no day is known of this choice, and another system has the opposite with its day: ask the customer';
const underWay =
  'no day is known of this choice, and it is still on its way to another system: wait until it has arrived';
const unsound = 'other records of the system would still say otherwise: decide by hand';

const confidenceOf = ({ certain, wrong, by }: Correction): string => {
  const sureness = Math.min(certain ? 2 : 1, by.sureness, wrong?.sureness ?? 2);
  return confidences[2 - sureness]!;
};

/** The time a record states; undated ones state none. */
const decidedAt = ({ by }: Correction, time: TimeOf): string =>
  by.timed ? (time(by.code, statedAt(by)) ?? '') : '';

/** How places and times of rows are told. */
interface Telling {
  readonly files: ReadonlyMap<number, string>;
  readonly time: TimeOf;
}

function toLine(one: Correction, reason: string | undefined, { files, time }: Telling): CorrectionLine {
  const [proof, wrong] = [placeOf(one.by.code, files), one.wrong && placeOf(one.wrong.code, files)];
  const { lob, comm_type, channel, point } = one.scope;
  return {
    system_id: one.system_id,
    reason,
    cells: {
      key: one.subject_key,
      key_type: one.key_type,
      field: `preference.${one.kind}`,
      lob,
      comm_type,
      channel,
      contact_point: point === '*' ? '' : point,
      old: one.wrong?.value ?? '',
      new: one.by.value,
      strength: one.by.strength ?? '',
      decided_at: decidedAt(one, time),
      time_quality: one.by.time_quality ?? '',
      decided_in: one.by.system_id,
      proof_file: proof.file,
      proof_row: String(proof.row),
      held_file: wrong?.file ?? '',
      held_row: wrong ? String(wrong.row) : '',
      class: one.class,
      confidence: confidenceOf(one),
    },
  };
}

async function readLobs(store: Query): Promise<Lobs> {
  const rows = await store.all<{ system_id: string; lobs: string | null }>(
    'SELECT system_id, min(lobs) AS lobs FROM std_systems GROUP BY system_id ORDER BY system_id',
  );
  return new Map(
    rows.map(({ system_id, lobs }) => [
      system_id,
      (lobs ?? '').split('|').filter((lob) => lob !== '' && lob !== 'none'),
    ]),
  );
}

function linesOf(one: Case, weighing: Weighing, lobs: Lobs, telling: Telling): CorrectionLine[] {
  const consents = correctConsents(one, weighing);
  const sure = [...consents.corrections, ...correctDelivery(one, lobs)];
  return [
    ...sure.map((line) => toLine(line, line.certain ? undefined : likely, telling)),
    ...consents.unsound.map((line) => toLine(line, line.certain ? unsound : likely, telling)),
    ...consents.undecided.map((line) => toLine(line, line.certain ? undecided : likely, telling)),
    ...consents.underWay.map((line) => toLine(line, line.certain ? underWay : likely, telling)),
  ];
}

async function* writeLines({ store, config, asOf }: Facts): AsyncGenerator<CorrectionLine[]> {
  const { all } = await readTargets(store);
  const judge = await readJudge(store, config);
  const weighing: Weighing = { targets: all, covered: coverage(all), judge };
  const telling: Telling = { files: await readFiles(store), time: await readClocks(store) };
  const lobs = await readLobs(store);
  for await (const one of readCases(store, asOf.time)) {
    const lines = linesOf(one, weighing, lobs, telling);
    if (lines.length > 0) yield lines;
  }
}

/** Hands what each system must put right to `use`, one customer after the other. */
export const corrections = <T>(
  request: RunRequest,
  announce: Announce,
  use: (lines: AsyncIterable<CorrectionLine[]>) => Promise<T>,
): Promise<T> =>
  withFacts(request, announce, (facts) => {
    announce('comparing what systems hold');
    return use(writeLines(facts));
  });
