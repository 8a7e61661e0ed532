import type { GateFinding, GateReport } from '../../model/gate-report.js';
import { type Columns, firstColumns, lastColumns, renderRows } from '../csv.js';
import { renderOwners } from '../parts/places.js';
import type { Reporter } from '../reporter.js';
import { excerptWords, placeWords } from './words.js';

/** Names stay what they are; new columns come last. */
const columns: Columns<GateFinding> = {
  ...firstColumns,
  message: ({ message }) => message,
  remediation: ({ remediation }) => remediation,
  fix: ({ fix }) => fix,
  message_id: ({ message_id }) => message_id,
  channel: ({ channel }) => channel,
  part: ({ part }) => part,
  locale: ({ locale }) => locale,
  file: ({ places }) => places[0]?.file,
  line: ({ places }) => places[0]?.line,
  column: ({ places }) => places[0]?.column,
  excerpt: ({ places: [first] }) => first && excerptWords(first),
  places: ({ places }) => places.map(placeWords).join('; '),
  compared: ({ compared }) => compared.map(placeWords).join('; '),
  persons: ({ persons }) => persons?.count,
  owners: (finding) => (finding.owners.length === 0 ? '' : renderOwners(finding)),
  subject: ({ subject }) => subject,
  ...lastColumns,
};

/** One finding a row, for spreadsheets and scripts. */
export const gateCsv: Reporter<GateReport> = {
  title: 'CSV',
  extension: 'csv',
  render: ({ findings }) => renderRows(columns, findings),
};
