import type { Advice, AdviceTexts, AdviceTopic } from '../model/advice.js';
import { adviceTopics } from '../model/advice.js';
import type { Config } from '../model/config.js';
import type { NotEvaluated } from '../model/finding.js';
import { fill } from '../text/fill.js';
import { addTo, groupBy } from '../text/group-by.js';
import type { Cells, Draft, Observed } from './advice-draft.js';
import { unmatchedSettings } from './unmatched-settings.js';

export interface AdviceContext {
  readonly config: Config;
  readonly notEvaluated: readonly NotEvaluated[];
  readonly texts: AdviceTexts;
}

const named = (cells: Cells, key: string): string => String(cells[key] ?? '');
/** Names listed in a sentence; the arguments have all. */
const shown = 8;
const some = (names: readonly string[]): string =>
  names.length > shown
    ? `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`
    : names.join(', ');

const drafts =
  (topic: AdviceTopic, subject: (cells: Cells) => string) =>
  (rows: readonly Cells[]): Draft[] =>
    rows.map((cells) => ({ topic, subject: subject(cells), args: cells as Draft['args'] }));

/** Each table that rules wait for, with the rules; most rules first. */
function missingTables(notEvaluated: readonly NotEvaluated[]): Draft[] {
  const rules = new Map<string, string[]>();
  for (const { rule, missing } of notEvaluated) for (const need of missing) addTo(rules, need, rule);
  return [...rules]
    .map(([need, waiting]): Draft => {
      const needs = need.split('|').join(' or ');
      return {
        topic: 'missing_table',
        subject: need,
        args: { needs, table: need.split('|')[0] ?? need, rules: waiting.length },
        unlocks: [...waiting].sort(),
      };
    })
    .sort((a, b) => (b.unlocks?.length ?? 0) - (a.unlocks?.length ?? 0) || (a.subject < b.subject ? -1 : 1));
}

const silentSystem = (cells: Cells): Draft => ({
  topic: 'silent_system',
  subject: `system:${named(cells, 'system')}`,
  args: { ...(cells as Draft['args']), owner: cells.owner === null ? '' : ` (${named(cells, 'owner')})` },
});

/** One entry a group, in the order in which the groups appear. */
function grouped(rows: readonly Cells[], key: string): Map<string, Cells[]> {
  return groupBy(rows, (row) => named(row, key));
}

/** A file's rows set aside, under the reason of most of them. */
const setAside = (rows: readonly Cells[]): Draft[] =>
  [...grouped(rows, 'file')].map(([file, reasons]) => {
    const { column, expected, rows: affected, rows_in } = reasons[0]!;
    const args = {
      file,
      column: named({ column: column ?? 'the row as a whole' }, 'column'),
      expected,
      rows: affected,
      rows_in,
    };
    return { topic: 'set_aside', subject: `source:${file}`, args: args as Draft['args'] };
  });

const unusedColumns = (rows: readonly Cells[]): Draft[] =>
  [...grouped(rows, 'file')].map(([file, columns]) => {
    const names = columns.map((row) => named(row, 'column'));
    return {
      topic: 'unused_column',
      subject: `source:${file}`,
      args: { file, columns: names.length, names: some(names) },
    };
  });

const flows = (topic: AdviceTopic, rows: readonly Cells[]): Draft[] =>
  rows.length === 0
    ? []
    : [
        {
          topic,
          subject: 'flows',
          args: { flows: rows.length, names: some(rows.map((row) => named(row, 'flow'))) },
        },
      ];

function draftsOf(seen: Observed, { config, notEvaluated }: AdviceContext): Draft[] {
  const system = (cells: Cells) => `system:${named(cells, 'system')}`;
  return [
    ...missingTables(notEvaluated),
    ...seen.silentSystems.map(silentSystem),
    ...drafts(
      'shared_key',
      (row) => `pair:${named(row, 'first')}>${named(row, 'second')}/key.${named(row, 'key_type')}`,
    )(seen.sharedKeys),
    ...drafts('unlinked', system)(seen.unlinked),
    ...drafts('undated', system)(seen.undated),
    ...drafts('no_events', (row) => `${system(row)}/${named(row, 'channel')}`)(seen.noEvents),
    ...setAside(seen.setAside),
    ...drafts('found_header', (row) => `source:${named(row, 'file')}`)(seen.foundHeaders),
    ...unusedColumns(seen.unusedColumns),
    ...drafts('left_out', (row) => `source:${named(row, 'file')}/${named(row, 'what')}`)(seen.leftOut),
    ...flows('unknown_latency', seen.unknownLatency),
    ...flows('empty_flow', seen.emptyFlows),
    ...unmatchedSettings(config, seen),
  ];
}

/** What limits a run and what would lift it, in order of topics; within one, what weighs most first. */
export function advise(seen: Observed, context: AdviceContext): Advice[] {
  const order = new Map(adviceTopics.map((topic, index) => [topic, index]));
  return draftsOf(seen, context)
    .sort((a, b) => order.get(a.topic)! - order.get(b.topic)!)
    .map(({ unlocks = [], ...draft }) => {
      const { title, message, tip } = context.texts[draft.topic]!;
      return {
        ...draft,
        title,
        message: fill(message, draft.args),
        tip: fill(tip, draft.args),
        unlocks: [...unlocks],
      };
    });
}
