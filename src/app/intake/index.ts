import { intakeBook, toXlsx } from '../../intake/index.js';
import type { InventoryRows } from '../../intake/layout.js';
import { type BadCell, openQuestions, type Seen } from '../../intake/questions/index.js';
import type { IntakeLanguage, IntakeTexts, Questions } from '../../model/intake.js';
import { findTable } from '../../model/tables/index.js';
import { readIntakeTexts } from '../../rules/read-intake-texts.js';
import { openStore } from '../../store/duckdb.js';
import { ownPacks } from '../own-packs.js';
import { type Announce, type Run, type RunRequest, withRun } from '../run-stages.js';
import { loadWorkbook } from './load-workbook.js';
import { onlyOf } from './only-of.js';
import { emptyInventory, readInventoryRows } from './read-inventory.js';
import { readBadCells, readSeen } from './read-seen.js';

export { questionFormats, renderQuestions } from '../../report/questions/index.js';
export { readWorkbook } from './read-workbook.js';

/** Everything questions are made of. */
interface Known {
  readonly name: string;
  readonly rows: InventoryRows;
  readonly badCells: readonly BadCell[];
  /** Undefined where there are no records to hold against the inventory. */
  readonly seen?: Seen;
}

/** Without any record of customers, choices or messages, nothing can contradict the inventory. */
const hasRecords = ({ inputs }: Run): boolean =>
  inputs.some(({ table, rows_used }) => rows_used > 0 && findTable(table)?.large === true);

/** What a run knows of its inventory. */
export const readKnown = async (run: Run): Promise<Known> => ({
  name: run.config.name,
  rows: await readInventoryRows(run.store),
  badCells: await readBadCells(run.store),
  ...(hasRecords(run) && { seen: await readSeen(run) }),
});

const ofEcosystem = (request: RunRequest, announce: Announce): Promise<Known> =>
  withRun(request, announce, (run) => {
    announce('reading the inventory');
    return readKnown(run);
  });

async function ofWorkbook(path: string): Promise<Known> {
  const store = await openStore();
  try {
    await loadWorkbook(store, path);
    return { name: path, rows: await readInventoryRows(store), badCells: await readBadCells(store) };
  } finally {
    store.close();
  }
}

const ask = ({ rows, badCells, seen }: Known, texts: IntakeTexts) =>
  openQuestions(rows, badCells, seen, texts);

/** A workbook, and what there is to say of it. */
export interface WrittenIntake {
  readonly bytes: Uint8Array;
  readonly questions: number;
  /** Rows of the sources that could not be read, and so are not in it. */
  readonly leftOut: number;
}

/** A workbook with what is known, and what is open on a sheet of its own. */
export function bookOf(known: Known, texts: IntakeTexts): WrittenIntake {
  const questions = ask(known, texts);
  const leftOut = new Set(known.badCells.map(({ file, row }) => `${row} ${file}`)).size;
  return { bytes: toXlsx(intakeBook(known.rows, questions, texts)), questions: questions.length, leftOut };
}

/** A workbook: of an ecosystem with what is known and open, else an empty one. */
export async function writeIntake(
  request: RunRequest | undefined,
  language: IntakeLanguage,
  announce: Announce,
): Promise<WrittenIntake> {
  const texts = await readIntakeTexts(ownPacks, language);
  if (!request) return { bytes: toXlsx(intakeBook(emptyInventory, [], texts)), questions: 0, leftOut: 0 };
  const known = await ofEcosystem(request, announce);
  announce('writing the workbook');
  return bookOf(known, texts);
}

/** What is open of what is known. */
export const questionsOf = (known: Known, texts: IntakeTexts, language: IntakeLanguage): Questions => ({
  ecosystem: known.name,
  language,
  compared: known.seen !== undefined,
  questions: ask(known, texts),
});

/** The open questions of an ecosystem, or of a workbook alone; with an owner only that one's. */
export async function readQuestions(
  from: { readonly request: RunRequest } | { readonly workbook: string },
  language: IntakeLanguage,
  announce: Announce,
  owner?: string,
): Promise<Questions> {
  const texts = await readIntakeTexts(ownPacks, language);
  const known =
    'workbook' in from ? await ofWorkbook(from.workbook) : await ofEcosystem(from.request, announce);
  const said = questionsOf(known, texts, language);
  return owner === undefined ? said : onlyOf(said, known.rows, owner);
}
