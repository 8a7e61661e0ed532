import { quoteText } from '../../store/store.js';
import type { Reading } from '../mapping/plan.js';
import { translated } from './codes.js';
import { expectedTime } from './expected-time.js';
import { formNames, isFormed } from './forms.js';
import type { Look } from './look.js';
import { decimal, duration, integer, list } from './numbers.js';
import { bind, cleaned, isOneOf, key, trimmed } from './text.js';
import { date, instant, plausible } from './times.js';
import { boolean, noWords, oneOf, yesWords } from './words.js';

/** Keys are matched across systems, so their digits are read like those of numbers. */
const keyColumns = new Set(['subject_key', 'value_norm', 'message_key', 'phone']);

/** Nothing that trimming, case or script would change. */
const plainText = /^[!-~]+( [!-~]+)*$/;
/** From here on a text may be a hash. */
const hashLength = 64;

/** The value of a constant that means itself as it is written, so that no row need be asked. */
export function settled(reading: Reading): string | undefined {
  const { from, constant, spec, values, invert, absent, prefix } = reading;
  if (from !== undefined || constant === undefined || values !== undefined || invert) return undefined;
  if (absent !== undefined || prefix !== undefined) return undefined;
  const stands =
    spec.kind === 'enum'
      ? (spec.values ?? []).includes(constant)
      : spec.kind === 'text' && plainText.test(constant) && constant.length < hashLength;
  return stands ? constant : undefined;
}

/** The cell's text with canonical codes in place of the source's; of `fronts` where the whole is no code. */
export function textOf(reading: Reading, raw: string, fronts: readonly string[] = []): string {
  const read = translated(reading, [raw, ...fronts]);
  if (reading.absent === undefined || reading.absent === 'skip') return read;
  return `CASE WHEN ${trimmed(raw)} IS NULL THEN ${quoteText(reading.absent)} ELSE ${read} END`;
}

/** Every code stands for one of the values as it is written, so that no row need be checked. */
function meansOnly({ values, otherwise, absent, invert }: Reading, known: readonly string[]): boolean {
  if (values === undefined || invert || (absent !== undefined && absent !== 'skip')) return false;
  return [...Object.values(values), otherwise ?? 'skip'].every(
    (one) => one === 'skip' || known.includes(one),
  );
}

const skips = ({ values = {}, otherwise }: Reading): boolean =>
  otherwise === 'skip' || Object.values(values).includes('skip');
const unskipped = (reading: Reading, text: string): string =>
  skips(reading) ? `CASE WHEN ${text} <> 'skip' THEN ${text} END` : text;

/** The typed value of a text, NULL when it cannot be read. */
export function typedOf(reading: Reading, text: string, look: Look): string {
  const { column, spec } = reading;
  switch (spec.kind) {
    case 'enum':
      return meansOnly(reading, spec.values ?? [])
        ? unskipped(reading, text)
        : oneOf(text, spec.values ?? [], look);
    case 'boolean':
      return boolean(text);
    case 'instant':
      return instant(text, reading, look);
    case 'date':
      return date(text, reading, look);
    case 'decimal':
      return decimal(text, look);
    case 'integer':
      return integer(text, look);
    case 'duration':
      return duration(text);
    case 'list':
      return list(text, look);
    default:
      return formed(reading, keyColumns.has(column) ? key(text, look) : cleaned(text, look));
  }
}

/** A text that looks as declared, NULL when it does not, after what is put before it. */
function formed({ form, prefix }: Reading, text: string): string {
  const sound = form === undefined ? text : bind('k', text, `CASE WHEN ${isFormed('k', form)} THEN k END`);
  return prefix === undefined ? sound : `${quoteText(prefix)} || (${sound})`;
}

/** A check of what was read, where the engine reads more than is meant; applied to the name of the value. */
export const checkedOf = ({ spec }: Reading, value: string): string =>
  spec.kind === 'instant' || spec.kind === 'date' ? plausible(value) : value;

/** Texts and lists are always readable, unless their codes are listed. */
const alwaysReads = ({ spec, values, form }: Reading): boolean =>
  values === undefined && form === undefined && (spec.kind === 'text' || spec.kind === 'list');

/** SQL: the value is surely fine, cheaply; undefined when nothing can be wrong. */
export function surelyFine(reading: Reading, raw: string, value: string): string | undefined {
  if (reading.spec.required) return `${value} IS NOT NULL`;
  return alwaysReads(reading) ? undefined : `(${value} IS NOT NULL OR ${raw} IS NULL)`;
}

function expected(reading: Reading, raw: string): string {
  const { spec, values, form } = reading;
  if (values !== undefined) return quoteText(`one of ${Object.keys(values).join(', ')}`);
  if (form !== undefined) return quoteText(formNames[form]);
  switch (spec.kind) {
    case 'enum':
      return quoteText(`one of ${(spec.values ?? []).join(', ')}`);
    case 'boolean':
      return quoteText(`yes or no: ${yesWords.slice(0, 5).join(', ')}; ${noWords.slice(0, 5).join(', ')}`);
    case 'instant':
    case 'date':
      return expectedTime(raw, reading, spec.kind === 'instant');
    case 'duration':
      return quoteText('an ISO 8601 duration such as P1DT2H');
    case 'integer':
      return quoteText('a whole number');
    default:
      return quoteText(spec.kind === 'decimal' ? 'a number such as 12.50' : 'a value');
  }
}

/** SQL: the problem of a cell as a struct, NULL when there is none. */
export function problemOf(reading: Reading, raw: string, value: string): string | undefined {
  const missing = `${trimmed(raw)} IS NULL`;
  const name = quoteText(reading.from?.header ?? reading.column);
  const struct = (what: string) => `{'column': ${name}, 'value': ${trimmed(raw)}, 'expected': ${what}}`;
  const unread = alwaysReads(reading)
    ? ''
    : `WHEN ${value} IS NULL AND NOT (${missing}) THEN ${struct(expected(reading, raw))}`;
  const absent = reading.spec.required
    ? `WHEN ${value} IS NULL THEN ${struct(quoteText(`a value for ${reading.column}`))}`
    : '';
  return unread || absent ? `CASE ${unread} ${absent} END` : undefined;
}

/** SQL: the row makes no record, because of what this cell has, or because it is empty. */
export function skipOf(reading: Reading, raw: string, text: string): string | undefined {
  const skipped = [
    ...(reading.absent === 'skip' ? [`${trimmed(raw)} IS NULL`] : []),
    ...(skips(reading) ? [`coalesce(${text} = 'skip', false)`] : []),
  ];
  return skipped.join(' OR ') || undefined;
}

/** Consent values and the like, checked against the kind of preference. */
export const preferenceValues: Readonly<Record<string, readonly string[]>> = {
  consent: ['opt_in', 'opt_out', 'pending', 'unknown', 'not_required'],
  suppression: ['blocked', 'clear'],
};

/** SQL: the value does not fit the kind of preference. */
export function misfit(kind: string, value: string): string {
  const cases = Object.entries(preferenceValues).map(
    ([name, values]) => `WHEN '${name}' THEN ${value} IS NOT NULL AND NOT ${isOneOf(value, values)}`,
  );
  return `coalesce(CASE ${kind} ${cases.join(' ')} END, false)`;
}
