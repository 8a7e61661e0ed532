import { createClassifier } from '../../classify/create-classifier.js';
import type { Classifier, ClassifyRules } from '../../classify/types.js';
import { replaceAll } from '../../store/dialect.js';
import type { Query, Value } from '../../store/store.js';

/** Everything failed messages say of the reason; `teller` is the vendor that reports it, else the one of the send. */
export const saidColumns = [
  'channel',
  'teller',
  'type',
  'provider_code',
  'raw_type',
  'enhanced_code',
  'reply_code',
  'said',
] as const;
type Said = Record<(typeof saidColumns)[number], string>;

/** Of longer texts the beginning is read. */
const longest = 600;

/** What differs from message to message though the reason is one: addresses, hosts' numbers, ids. Codes are shorter. */
const personal = [
  ['[^\\s<>()\\[\\]]+@[^\\s<>()\\[\\],;:]+', '<address>'],
  ['\\d{1,3}(\\.\\d{1,3}){3}', '<ip>'],
  ['[0-9A-Za-z_-]*\\d{4,}[0-9A-Za-z_.-]*', '<id>'],
] as const;

/**
 * SQL of a text without what differs from message to message; `` for none. Coarser than the mask of the classifier,
 * which sees what is left: it only keeps the kinds few, and no engine can walk through tokens as that one does.
 */
export const saidSql = (text: string): string =>
  `coalesce(${personal.reduce((sql, [pattern, by]) => replaceAll(sql, pattern, by), `left(${text}, ${longest})`)}, '')`;

/** Kinds of failures that are read; a log with more has ids that masking does not know. */
const mostKinds = 100_000;

const answers = ['reason', 'family', 'permanence', 'party', 'rule_id', 'percent'] as const;

function rowOf(said: Said, classify: Classifier): Value[] {
  const found = classify({
    channel: said.channel,
    vendor: said.teller,
    type: said.type,
    providerCode: said.provider_code,
    rawType: said.raw_type,
    enhancedCode: said.enhanced_code,
    replyCode: said.reply_code,
    text: said.said,
  });
  const { reason, family, permanence, party, ruleId, confidence } = found;
  return [
    ...saidColumns.map((column) => said[column]),
    reason,
    family,
    permanence,
    party,
    ruleId,
    Math.round(100 * confidence),
  ];
}

const noRules: ClassifyRules = { schemes: [], codes: [], texts: () => [] };

/**
 * Creates `work_failure_reasons(<what is said>, reason, family, permanence, party, rule_id, percent)`, one row per kind
 * of failure; `percent` is how sure it is.
 */
export async function createReasons(store: Query, rules: (() => ClassifyRules) | undefined): Promise<void> {
  const list = saidColumns.join(', ');
  const kinds = await store.all<Said>(
    `SELECT ${list} FROM work_failures GROUP BY ${list} ORDER BY count(*) DESC, ${list} LIMIT ${mostKinds}`,
  );
  const classify = createClassifier(kinds.length === 0 ? noRules : (rules?.() ?? noRules));
  const columns = [...saidColumns, ...answers];
  const declared = columns.map((column) => `${column} ${column === 'percent' ? 'INTEGER' : 'VARCHAR'}`);
  await store.run(`CREATE TABLE work_failure_reasons (${declared.join(', ')})`);
  if (kinds.length > 0)
    await store.insert(
      'work_failure_reasons',
      columns,
      kinds.map((said) => rowOf(said, classify)),
    );
  if (kinds.length < mostKinds) return;
  await store.run(`
    INSERT INTO work_failure_reasons
    SELECT DISTINCT ${list}, 'unclassified', 'unclassified', 'unknown', 'unknown', '', 0 FROM work_failures f
    WHERE NOT EXISTS (SELECT 1 FROM work_failure_reasons r
                      WHERE ${saidColumns.map((column) => `r.${column} = f.${column}`).join(' AND ')})`);
}
