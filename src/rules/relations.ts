import { type Columns, integer, must, text } from '../model/column.js';
import { findFact } from '../model/facts.js';
import type { Rule } from '../model/rule.js';
import type { Table } from '../model/table.js';
import { findTable } from '../model/tables/index.js';

/** What was loaded, file by file; see the contract of `src/sources`. */
const sources: Columns = {
  source: must(integer('number of the source')),
  file: must(text('file')),
  table_name: must(text('canonical table')),
  format: must(text('format')),
  sha256: text('hash of the content'),
  bytes: integer('size'),
  rows_in: must(integer('rows of the file')),
  rows_used: must(integer('rows used')),
  rows_set_aside: must(integer('rows set aside')),
  found_header: text('where the column names were found, when unsilo.yaml does not say and row 1 has none'),
  found_mapping: text('mapping the columns were read by, when unsilo.yaml names none'),
  time_zone: text('zone of its times that name none, when one is declared'),
};

type Reader = Pick<Rule, 'foreign'>;
const factsOf = ({ foreign }: Reader): Table[] => foreign?.facts.map(({ table }) => table) ?? [];

/**
 * Columns of a relation a rule may read: a fact, a small canonical table by its `std_` name, `std_sources`, or a fact of
 * its own pack.
 */
export function readableColumns(name: string, rule: Reader = {}): Columns | undefined {
  if (name === 'std_sources') return sources;
  const own = factsOf(rule).find((fact) => fact.name === name);
  const table = own ?? (name.startsWith('std_') ? findTable(name.slice(4)) : findFact(name));
  return table?.large ? undefined : table?.columns;
}

/** Why a rule may not read a relation; undefined when it may. */
export function relationProblem(name: string, rule: Reader = {}): string | undefined {
  if (readableColumns(name, rule)) return undefined;
  return name.startsWith('std_') && findTable(name.slice(4))
    ? `reads ${name}, which is large: facts read it, rules read facts`
    : `reads ${name}, which is neither a fact_ nor a small std_ table`;
}
