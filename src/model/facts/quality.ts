import { integer, must, oneOf, text } from '../column.js';
import { small } from '../table.js';
import { count, evidence } from './shared.js';

export const doubts = [
  'impossible_time',
  'unknown_reference',
  'event_without_send',
  'duplicate_id',
  'unclassified_error',
  'shared_value',
  'contradiction',
] as const;

/** What was read, and cannot be right as it stands. */
export const qualityFacts = [
  small('fact_quality', 'rows whose content is doubtful, by file, column and kind of doubt', {
    doubt: must(oneOf(doubts, 'kind of doubt')),
    file: must(text('file')),
    target: must(text('canonical table')),
    column: must(text('canonical column; several are joined by `|`')),
    /**
     * impossible_time: `future`, a filler as `1900-01-01`, or `over_120_years`; unknown_reference: up to five names,
     * joined by `, `; shared_value: the value, masked; contradiction: some of them; else empty.
     */
    what: text('which of them'),
    rows: count('rows in doubt'),
    rows_of: count('rows of the file with a value there'),
    /**
     * unknown_reference: names; duplicate_id: ids; event_without_send: messages; shared_value: values; contradiction:
     * things.
     */
    values: integer('different values behind these rows'),
    persons: integer('persons concerned, where it is about persons'),
    evidence,
  }),
];
