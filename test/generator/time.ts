/** Times are minutes since 1970 in UTC; nothing here reads the clock. */
export const HOUR = 60;
export const DAY = 24 * HOUR;

export const at = (iso: string): number => Date.parse(iso) / 60_000;
export const period = { from: at('2025-07-01T00:00:00Z'), asOf: at('2026-07-01T00:00:00Z') };

export const startOfDay = (time: number): number => Math.floor(time / DAY) * DAY;
export const isoInstant = (time: number): string =>
  new Date(time * 60_000).toISOString().replace('.000Z', 'Z');
export const isoDay = (time: number): string => isoInstant(time).slice(0, 10);
export const germanDay = (time: number): string => isoDay(time).split('-').reverse().join('.');

/** `P2D` or `PT90M`. */
export const isoDuration = (minutes: number): string =>
  minutes % DAY === 0
    ? `P${minutes / DAY}D`
    : minutes % HOUR === 0
      ? `PT${minutes / HOUR}H`
      : `PT${minutes}M`;

const zones = new Map<string, Intl.DateTimeFormat>();
const zone = (name: string): Intl.DateTimeFormat => {
  const known =
    zones.get(name) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  zones.set(name, known);
  return known;
};
/** `2026-03-01 09:15:00` in the zone, without saying which. */
export const naiveLocal = (time: number, name: string): string => zone(name).format(time * 60_000);

const persian = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
/** `۱۴۰۵/۰۳/۱۲`: the Jalali day in Persian digits. */
export function jalaliDay(time: number): string {
  const parts = new Map(persian.formatToParts(time * 60_000).map((part) => [part.type, part.value]));
  const text = [parts.get('year'), parts.get('month'), parts.get('day')].join('/');
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}
