import { type Book, type BookSheet, columnName, type Entry, type SheetColumn } from '../book.js';
import { xmlText } from './xml.js';

type Refused = Book['refused'];

const messages = ({ title }: Refused, text: string): string =>
  `showErrorMessage="1" errorTitle="${xmlText(title)}" error="${xmlText(text)}"`;

const formula = (index: number, text: string | number): string =>
  `<formula${index}>${xmlText(String(text))}</formula${index}>`;

function validation(entry: Entry, area: string, refused: Refused): string {
  const common = `allowBlank="1" sqref="${area}"`;
  if (entry.kind === 'list') {
    const shown = entry.strict ? messages(refused, refused.list) : 'showErrorMessage="0"';
    return `<dataValidation type="list" ${shown} ${common}>${formula(1, entry.source)}</dataValidation>`;
  }
  const { least, most, whole } = entry;
  const operator = most === undefined ? 'greaterThanOrEqual' : 'between';
  const bounds = formula(1, least) + (most === undefined ? '' : formula(2, most));
  const type = whole ? 'whole' : 'decimal';
  return `<dataValidation type="${type}" operator="${operator}" ${messages(refused, refused.number)} ${common}>${bounds}</dataValidation>`;
}

/** What may be entered in the columns of a sheet: drop-downs, numbers within bounds. */
export function validationsXml({ columns, header, lastRow }: BookSheet, refused: Refused): string {
  if (header === undefined || lastRow === undefined) return '';
  const all = columns.flatMap(({ entry }, i) => {
    const name = columnName(i);
    return entry ? [validation(entry, `${name}${header + 1}:${name}${lastRow}`, refused)] : [];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** Marks cells that are needed and empty in rows that have something. */
export function missingXml({ columns, header, lastRow }: BookSheet): string {
  if (header === undefined || lastRow === undefined) return '';
  const first = header + 1;
  const row = `$A${first}:$${columnName(columns.length - 1)}${first}`;
  const rule = ({ required }: SheetColumn, i: number): string => {
    if (!required) return '';
    const name = columnName(i);
    const test = `AND(LEN($${name}${first})=0,COUNTA(${row})&gt;0)`;
    return `<conditionalFormatting sqref="${name}${first}:${name}${lastRow}"><cfRule type="expression" dxfId="0" priority="${i + 1}"><formula>${test}</formula></cfRule></conditionalFormatting>`;
  };
  return columns.map(rule).join('');
}
