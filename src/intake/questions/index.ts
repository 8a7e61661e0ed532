import {
  collected,
  type IntakeTexts,
  type Question,
  questionTopics,
  vocabularyOf,
} from '../../model/intake.js';
import { findTable } from '../../model/tables/index.js';
import { compareText } from '../../text/compare.js';
import { fill } from '../../text/fill.js';
import { type Collected, headed, type InventoryRows, idOf } from '../layout.js';
import { contradictionsOf, type Seen } from './contradictions.js';
import type { Draft } from './draft.js';
import { gapsOf } from './gaps.js';
import { createOwners } from './owners.js';
import { sayFinding } from './said.js';
import { ownerless, unknownsOf } from './unknowns.js';

export type { Seen } from './contradictions.js';

/** A cell that could not be used. */
export interface BadCell {
  readonly table: Collected;
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string;
}

const fromBadCell = ({ table, file, row, column, value, expected }: BadCell): Draft => ({
  topic: value === null ? 'cell_missing' : 'cell_unreadable',
  subject: `table:${table}`,
  table,
  place: { file, row },
  args: { row: String(row), value, expected, column: column ?? '', sheet: file },
  ...(column !== null && findTable(table)!.columns[column] && { columns: [[table, column]] }),
});

const kinds: Readonly<Record<string, Collected>> = {
  owner: 'owners',
  silo: 'silos',
  system: 'systems',
  flow: 'flows',
  channel: 'channels',
  comm: 'communications',
  point: 'collection_points',
  template: 'templates',
};

/** What things are called: their name, and the id where it is another. */
function createNames(rows: InventoryRows): (node: string) => string {
  const names = new Map<string, string>();
  for (const [kind, table] of Object.entries(kinds))
    for (const { cells } of rows[table]) {
      const id = cells[idOf[table]!];
      if (id && cells.name && cells.name !== id) names.set(`${kind}:${id}`, `${cells.name} (${id})`);
    }
  return (node) => names.get(node) ?? node.slice(node.indexOf(':') + 1);
}

/** The words of a language for what a draft names by its canonical name. */
function wordsFor(draft: Draft, texts: IntakeTexts, nameOf: (node: string) => string) {
  const { args, sheet, table, columns, subject, finding } = draft;
  const listed = args.sheet === undefined ? (sheet ?? table) : null;
  const channels = vocabularyOf(findTable('channels')!.columns.channel!)!;
  const channel = typeof args.channel === 'string' ? texts.vocabularies[channels][args.channel] : undefined;
  const heads = columns?.map(([table, column]) => headed(texts, table, column).heading) ?? [];
  return {
    name: nameOf(subject),
    ...(listed && { sheet: texts.tables[listed].sheet, help: texts.tables[listed].help }),
    ...(heads.length > 0 && { column: heads[0]!, columns: heads }),
    ...(channel && { channel }),
    ...(finding && { message: sayFinding(finding, texts.questions.findings) }),
    ...(typeof args.system === 'string' && { system: nameOf(`system:${args.system}`) }),
    ...(typeof args.target === 'string' && { target: texts.tables[args.target as Collected].sheet }),
    ...(typeof args.ask === 'string' && { ask: texts.questions.ask[args.ask]! }),
  };
}

/** What is to be asked of an inventory: cells that could not be read, what is missing, what the records contradict. */
export function openQuestions(
  rows: InventoryRows,
  badCells: readonly BadCell[],
  seen: Seen | undefined,
  texts: IntakeTexts,
): Question[] {
  const drafts = [
    ...badCells.map(fromBadCell),
    ...gapsOf(rows),
    ...unknownsOf(rows),
    ...ownerless(rows),
    ...(seen ? contradictionsOf(rows, seen) : []),
  ];
  const ownerOf = createOwners(rows);
  const nameOf = createNames(rows);
  const asked = drafts.map((draft): Question => {
    const { topic, subject, answering = subject, table, place } = draft;
    const args = { ...draft.args, ...wordsFor(draft, texts, nameOf) };
    const question = fill(texts.questions.topics[topic], args);
    return { topic, ...ownerOf(answering), subject, table, place, question, args };
  });
  return asked.sort(byOwner);
}

const order = new Map(questionTopics.map((topic, i) => [topic, i]));
const last = '\uffff';
const tableOrder = (table: Collected | null): number => (table === null ? -1 : collected.indexOf(table));

/** By owner, nobody's last; within one contradictions first, then what is missing, each by what it is about. */
const byOwner = (a: Question, b: Question): number =>
  compareText(a.owner_id ?? last, b.owner_id ?? last) ||
  order.get(a.topic)! - order.get(b.topic)! ||
  tableOrder(a.table) - tableOrder(b.table) ||
  compareText(a.subject, b.subject) ||
  compareText(a.place?.file ?? '', b.place?.file ?? '') ||
  (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
  compareText(a.question, b.question);
