import { type Linkage, linkRecords } from '../../linkage/index.js';
import { SourceError } from '../../model/errors.js';
import type { LinkReport, PairReport } from '../../model/link.js';
import { openStore } from '../../store/duckdb.js';
import { engineShare, explainExhausted, isExhausted, usualMemoryLimit } from '../../store/limits.js';
import type { Store } from '../../store/store.js';
import type { Announce } from '../run-request.js';
import { type Answers, readAnswers } from './answers.js';
import { followLinking } from './headway.js';
import { type Known, readKnown } from './known.js';
import { type CrosswalkLine, type PairLine, readCrosswalk, readPairs } from './lines.js';
import { measure } from './measure.js';
import { createIds } from './odd-ids.js';
import { explainPair, readReview } from './pairs.js';
import { type Records, readRecords } from './read-records.js';
import { readResult } from './read-result.js';
import type { LinkFilesRequest } from './request.js';

export { linkRoles, roleOf } from '../../linkage/roles/typed.js';
export type { CrosswalkLine, PairLine } from './lines.js';
export type { LinkFilesRequest, TypedRole } from './request.js';

/** What can be asked once the records are linked. */
export interface Linked {
  readonly report: LinkReport;
  readonly crosswalk: () => AsyncIterable<CrosswalkLine[]>;
  /** Pairs at or over the threshold. */
  readonly pairs: () => AsyncIterable<PairLine[]>;
  /** One pair by ids of the crosswalk; values masked unless revealed. */
  readonly explain: (a: string, b: string, reveal: boolean) => Promise<PairReport>;
  /** So many pairs around the threshold. */
  readonly review: (many: number, reveal: boolean) => Promise<PairReport[]>;
}

interface Told {
  readonly known: Known | null;
  readonly answers: Answers | null;
}

/** `link_known(a, b)` and `link_apart(a, b)`: what is known before anything is compared. */
async function readTold(store: Store, request: LinkFilesRequest): Promise<Told> {
  const { known, answers, folder, files } = request;
  await store.run(
    'CREATE TABLE link_known (a INTEGER, b INTEGER); CREATE TABLE link_apart (a INTEGER, b INTEGER)',
  );
  const place = { source: files.length, folder };
  if (known !== undefined || answers !== undefined) await createIds(store);
  const told = known === undefined ? null : await readKnown(store, known, place);
  const judged = answers === undefined ? null : await readAnswers(store, answers, place);
  for (const [table, same] of [
    ['link_known', true],
    ['link_apart', false],
  ] as const) {
    const pairs = judged?.answers.filter((answer) => answer.same === same) ?? [];
    await store.insert(
      table,
      ['a', 'b'],
      pairs.map(({ a, b }) => [a, b]),
    );
  }
  return { known: told, answers: judged };
}

const link = (
  store: Store,
  request: LinkFilesRequest,
  { features }: Records,
  { known, answers }: Told,
  announce: Announce,
): Promise<Linkage> =>
  linkRecords(store, {
    relation: 'link_records',
    columns: features.map(({ column, role }) => ({ column, role })),
    compare: request.linkOnly ? 'across' : 'all',
    deduplicated: request.deduplicated.map((file) => request.files.indexOf(file)),
    ...((known !== null || answers !== null) && { known: 'link_known' }),
    ...(answers !== null && { apart: 'link_apart' }),
    ...(request.threshold !== undefined && { threshold: request.threshold }),
    onProgress: followLinking(store, (step, read) => announce('linking the records', step, read)),
  });

const modeOf = ({ files, linkOnly }: LinkFilesRequest): LinkReport['mode'] =>
  files.length === 1 ? 'dedupe' : linkOnly ? 'link-only' : 'link';

async function linkAll(store: Store, request: LinkFilesRequest, announce: Announce): Promise<Linked> {
  const records = await readRecords(store, request, announce);
  const told = await readTold(store, request);
  announce('linking the records');
  const linkage = await link(store, request, records, told, announce);
  const measured = told.answers === null ? null : await measure(told.answers, linkage);
  const { known } = told;
  const report = await readResult(store, linkage, records, { mode: modeOf(request), known, measured });
  return {
    report,
    crosswalk: () => readCrosswalk(store),
    pairs: () => readPairs(store, linkage.summary.threshold),
    explain: (a, b, reveal) => explainPair({ store, linkage, reveal }, a, b),
    review: (many, reveal) => readReview({ store, linkage, reveal }, many),
  };
}

/** Problems of files that are linked, not audited: what helps there does not help here. */
const asLinked = (error: unknown): unknown =>
  error instanceof SourceError && error.undone === 'audited'
    ? new SourceError(
        error.problems.map(({ tips: _, ...problem }) => problem),
        'linked',
      )
    : error;

/** Links the records of the files and hands the result to `use`; the store is gone afterwards. */
export async function linkFiles<T>(
  request: LinkFilesRequest,
  announce: Announce,
  use: (linked: Linked) => Promise<T>,
): Promise<T> {
  const { memoryLimit = usualMemoryLimit(), folder } = request;
  const store = await openStore({ temporary: folder, memoryLimit: engineShare(memoryLimit) });
  try {
    return await use(await linkAll(store, request, announce));
  } catch (error) {
    throw isExhausted(error) ? explainExhausted(error, memoryLimit, folder) : asLinked(error);
  } finally {
    store.close();
  }
}
