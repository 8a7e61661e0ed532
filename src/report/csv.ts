import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { csvLine } from '../text/csv.js';
import { cleanDeep } from '../text/escape.js';
import { renderOwners, renderPlace } from './parts/places.js';
import type { Reporter } from './reporter.js';

type Cell<F> = (finding: F) => string | number | null | undefined;
export type Columns<F> = Readonly<Record<string, Cell<F>>>;

/** What the rows of every report begin with. */
export const firstColumns: Columns<Finding> = {
  severity: ({ severity }) => severity,
  confidence: ({ confidence }) => confidence,
  status: ({ status }) => status,
  suppressed: ({ suppression }) => (suppression === null ? 'no' : 'yes'),
  rule: ({ rule }) => rule,
  title: ({ title }) => title,
};

/** What they end with. */
export const lastColumns: Columns<Finding> = {
  fingerprint: ({ fingerprint }) => fingerprint,
  suppression_reason: ({ suppression }) => suppression?.reason,
  suppression_owner: ({ suppression }) => suppression?.owner,
  suppression_expires: ({ suppression }) => suppression?.expires,
};

/** Names stay what they are; new columns come last. */
const columns: Columns<Finding> = {
  ...firstColumns,
  subject: ({ subject }) => subject,
  case: (finding) => finding.case,
  harm: ({ harm }) => harm,
  cause: ({ cause }) => cause,
  message: ({ message }) => message,
  remediation: ({ remediation }) => remediation,
  persons: ({ persons }) => persons?.count,
  persons_of: ({ persons }) => persons?.of,
  messages: ({ messages }) => messages?.count,
  messages_of: ({ messages }) => messages?.of,
  owners: (finding) => (finding.owners.length === 0 ? '' : renderOwners(finding)),
  due: ({ due }) => due,
  path: ({ path }) => path.join(' > '),
  file: ({ evidence }) => evidence[0]?.file,
  row: ({ evidence }) => evidence[0]?.row,
  column: ({ evidence }) => evidence[0]?.column,
  evidence: ({ evidence }) => evidence.map(renderPlace).join('; '),
  ...lastColumns,
};

/** A head, and one line per finding; strings of the input are made clean text. */
export function renderRows<F>(columns: Columns<F>, findings: readonly F[]): string {
  const rows = cleanDeep(findings).map((finding) =>
    Object.values(columns).map((cell) => String(cell(finding) ?? '')),
  );
  return [Object.keys(columns), ...rows].map(csvLine).join('');
}

const render = ({ findings }: Report): string => renderRows(columns, findings);

/** One finding a row, for spreadsheets and scripts; a cell never runs as a formula. */
export const csv: Reporter = { title: 'CSV', extension: 'csv', render };
