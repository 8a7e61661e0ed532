const pattern =
  /^P(?!$)(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=\d)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/** Seconds of year, month, week, day, hour, minute, second: a year counts 365 days, a month 30. */
const unitSeconds = [31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1] as const;

/** Seconds of an ISO 8601 duration such as `P1DT2H`, rounded to whole seconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const parts = pattern.exec(text.trim())?.slice(1);
  if (!parts) return undefined;
  const seconds = unitSeconds.map((unit, i) => unit * Number((parts[i] ?? '0').replace(',', '.')));
  return Math.round(seconds.reduce((sum, part) => sum + part, 0));
}
