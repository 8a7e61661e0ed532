import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SourceError } from '../model/errors.js';
import { isExhausted } from '../store/limits.js';
import { noteKept } from '../store/stopping.js';
import { quoteText, type Store } from '../store/store.js';
import { insertRejects } from './broken-rows.js';
import { type Built, buildRows, type Counts, dropRows, readCounts, writeCounts } from './build-rows.js';
import { processTag } from './leftovers.js';
import { readBlankRows } from './read-blanks.js';
import { writeFound } from './read-found.js';
import { exists, makeFile, markUsed, withTemporary } from './read-store.js';
import { transcode } from './read-transcoded.js';
import type { PlannedFile } from './types.js';

/** Changes when loading changes, so that files of older versions are not taken up. */
const schemaVersion = 8;

/** What a loaded file depends on: its content, how it is read, and the shape of the result. */
function keyOf({
  facts,
  plan,
  delimiter,
  firstRow,
  format,
  header,
  source,
  documents,
  lastDay,
}: PlannedFile): string {
  const { sheet } = source;
  const how = { facts, plan, delimiter, firstRow, format, header, sheet, documents, lastDay, schemaVersion };
  return createHash('sha256').update(JSON.stringify(how)).digest('hex').slice(0, 32);
}

/** Reads a text in an encoding the engine does not know, or with mixed line ends, by way of a UTF-8 copy. */
async function buildCopied(store: Store, file: PlannedFile, target: string, copy: string): Promise<Counts> {
  return withTemporary(copy, async () => {
    await transcode(file, file.facts.encoding, copy);
    const blanks = await blankRows({ ...file, gzip: false }, copy);
    return buildRows(store, { ...file, gzip: false }, target, { path: copy, blanks, look: 'whole' });
  });
}

const blankRows = async (file: PlannedFile, path: string): Promise<number[]> =>
  file.format === 'csv' && file.facts.mayHaveBlankLines && file.header.length > 1
    ? (await readBlankRows(path, file.delimiter, file.gzip)).filter((row) => row >= file.firstRow)
    : [];

/** The engine reads neither archives nor other encodings nor zero bytes, nor a byte order mark before JSON. */
const needsCopy = ({ facts, format, inside }: PlannedFile): boolean =>
  inside !== undefined ||
  facts.encoding !== 'utf-8' ||
  facts.hasZeros ||
  (facts.marked && format === 'jsonl');

/** Where kinds of line end are mixed, the engine loses the rows that end in quotes; broken rows show that it did. */
const mayBeMixed = ({ facts, format }: PlannedFile, { broken }: Built): boolean =>
  format === 'csv' && facts.hasReturns && broken > 0;

/** Loads the rows found in a log or in mails by way of a copy. */
async function buildFound(store: Store, file: PlannedFile, target: string, copy: string): Promise<Counts> {
  return withTemporary(copy, async () => {
    const { count, listed } = await writeFound(file.found!, copy);
    const built = await buildRows(store, file, target, { path: copy, blanks: [], look: 'whole' });
    if (count > 0) await insertRejects(store, target, listed);
    return { ...built, rows_in: built.rows_in + count, rows_set_aside: built.rows_set_aside + count };
  });
}

/** Copies are made for texts the engine cannot read, and when it gives up or gets lost on mixed line ends. */
async function buildFile(store: Store, file: PlannedFile, target: string, copy: string): Promise<Counts> {
  const look = isKept(file) ? 'whole' : 'quick';
  if (file.rows) return buildRows(store, file, target, { path: '', blanks: [], look });
  if (file.found) return buildFound(store, file, target, copy);
  const isText = file.format !== 'parquet';
  if (isText && needsCopy(file)) return buildCopied(store, file, target, copy);
  try {
    const blanks = await blankRows(file, file.path);
    const built = await buildRows(store, file, target, { path: file.path, blanks, look });
    if (!mayBeMixed(file, built)) return built;
  } catch (error) {
    if (!isText || error instanceof SourceError || isExhausted(error)) throw error;
  }
  await dropRows(store, target);
  return buildCopied(store, file, target, copy);
}

/** A source the engine gives up on as a whole; told with its own words, for they name the place. */
function gaveUp(file: PlannedFile, error: unknown): SourceError {
  // The engine may have read a copy of ours, of which nobody knows.
  const reason = (error as Error).message.split('\n')[0]!.replace(/ in file "[^"]*"/, '');
  return new SourceError([
    {
      place: { file: file.file },
      message: `${file.file} cannot be read: ${reason}`,
      expected: `a ${file.format} file`,
      tips: ['nothing was audited', 'set format, delimiter or encoding in unsilo.yaml'],
    },
  ]);
}

const build = (store: Store, file: PlannedFile, target: string, copy: string): Promise<Counts> =>
  buildFile(store, file, target, copy).catch((error: unknown) => {
    throw error instanceof SourceError || isExhausted(error) ? error : gaveUp(file, error);
  });

async function buildDatabase(store: Store, file: PlannedFile, path: string, alias: string): Promise<void> {
  await makeFile(path, async (temporary) => {
    await store.run(`ATTACH ${quoteText(temporary)} AS ${alias}`);
    try {
      await writeCounts(store, alias, await build(store, file, alias, `${path}.${processTag}.txt`));
    } finally {
      await store.run(`DETACH ${alias}`);
    }
  });
}

/** Bytes from which a file costs more to load again than a database of its own costs to open. */
const worthKeeping = 4 * 2 ** 20;

export const isKept = ({ plan, facts }: PlannedFile): boolean =>
  plan.table.large && facts.bytes >= worthKeeping;

/** Where the rows of a file are, and how many. */
export interface Target extends Counts {
  readonly target: string;
}

/** Loads files and remembers what is attached: equal content is loaded once. */
export class Loader {
  private readonly attached = new Map<string, Promise<Target>>();

  constructor(private readonly folder: string) {}

  /** Loads a file into a schema of the store, or attaches the database that has its rows. */
  load(store: Store, file: PlannedFile, source: number): Promise<Target> {
    return isKept(file) ? this.attach(store, file, source) : this.keep(store, file, `src_${source}`);
  }

  /** Small files go straight into the store each run, into a schema that is there. */
  private async keep(store: Store, file: PlannedFile, target: string): Promise<Target> {
    const copy = join(this.folder, `${target}.${processTag}.txt`);
    return { target, ...(await build(store, file, target, copy)) };
  }

  /** Large ones are kept in an immutable database of their own. */
  private attach(store: Store, file: PlannedFile, source: number): Promise<Target> {
    const path = join(this.folder, `${file.plan.table.name}-${keyOf(file)}.duckdb`);
    const attached = this.attached.get(path) ?? this.open(store, file, path, source);
    this.attached.set(path, attached);
    return attached;
  }

  private async open(store: Store, file: PlannedFile, path: string, source: number): Promise<Target> {
    if (!(await exists(path))) {
      await buildDatabase(store, file, path, `work_build_${source}`);
      noteKept(`${file.file} is loaded`);
    }
    const target = `src_${source}`;
    await store.run(`ATTACH ${quoteText(path)} AS ${target} (READ_ONLY)`);
    await markUsed(path);
    return { target, ...(await readCounts(store, target)) };
  }
}
