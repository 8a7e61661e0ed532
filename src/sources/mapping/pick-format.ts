/** What each part of a pattern may look like, with its bounds where it has some. */
const parts: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  y: '\\d{2}',
  m: '(?:0?[1-9]|1[0-2])',
  d: '(?:0?[1-9]|[12]\\d|3[01])',
  H: '(?:[01]?\\d|2[0-3])',
  I: '(?:0?[1-9]|1[0-2])',
  M: '[0-5]?\\d',
  S: '[0-6]?\\d',
  p: '[AaPp][Mm]',
  b: '\\p{L}{3}',
  B: '\\p{L}{3,}',
  a: '\\p{L}{3}',
  f: '\\d{1,6}',
  z: '[+-]\\d{2}:?\\d{2}',
};

const testOf = (format: string): RegExp =>
  new RegExp(
    `^${format
      .replace(/[.+?^${}()|[\]\\*]/g, '\\$&')
      .replace(/%-?([A-Za-z])/g, (_, letter: string) => parts[letter] ?? '.+')}$`,
    'u',
  );

/** How many digits a count from 1970 has, before its fraction; ten of seconds stand for the years 2001 to 2286. */
const counts: Readonly<Record<string, RegExp>> = {
  unix: /^\d{9,11}(\.\d+)?$/,
  unix_ms: /^\d{12,14}(\.\d+)?$/,
  epoch: /^\d{9,19}(\.\d+)?$/,
};

const reads = (format: string, value: string): boolean => (counts[format] ?? testOf(format)).test(value);

/** The first format that reads every value; none when times are written the usual way, or no format reads them all. */
export function pickFormat(formats: readonly string[], values: readonly string[]): string | undefined {
  const texts = values.map((value) => value.trim()).filter((value) => value !== '');
  if (formats.length <= 1 && texts.length === 0) return formats[0];
  if (texts.length === 0 || texts.every((text) => /^\d{4}-\d{2}-\d{2}/.test(text))) return undefined;
  return formats.find((format) => texts.every((text) => reads(format, text)));
}
