const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

function askOffset(zone: string, instant: number): number {
  const parts = formatOf(zone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - instant;
}

const quarter = 900_000;
const known = new Map<string, Map<number, number>>();

/** Milliseconds by which a zone is ahead of UTC at an instant; clocks are set on the quarter of an hour. */
function offsetAt(zone: string, instant: number): number {
  const offsets = known.get(zone) ?? new Map<number, number>();
  known.set(zone, offsets);
  const begun = Math.floor(instant / quarter);
  const offset = offsets.get(begun) ?? askOffset(zone, begun * quarter);
  offsets.set(begun, offset);
  return offset;
}

/** The instant of a local time, both in milliseconds since 1970; one the clocks skip is taken by the offset before. */
export function toInstant(local: number, zone: string | undefined): number {
  if (zone === undefined) return local;
  const guess = local - offsetAt(zone, local);
  return local - offsetAt(zone, guess);
}

/** An instant, RFC 3339, as the clocks of a zone show it, with their offset: its first ten letters are the day there. */
export function inZone(instant: string, zone: string | undefined): string {
  const ahead = zone === undefined ? 0 : offsetAt(zone, Date.parse(instant));
  if (ahead === 0) return instant;
  const local = new Date(Date.parse(instant) + ahead).toISOString().replace(/(\.000)?Z$/, '');
  const minutes = Math.abs(ahead) / 60_000;
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${local}${ahead < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
