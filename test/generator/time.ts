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

/** Minutes since 1970 of the wall clock in the zone. */
export const wallClock = (time: number, name: string): number =>
  at(`${naiveLocal(time, name).replace(' ', 'T')}Z`);
/** When the day of the zone began on which `time` falls. */
export const startOfLocalDay = (time: number, name: string): number => {
  const begun = time - (wallClock(time, name) % DAY);
  // Where clocks were turned since, midnight is an hour off.
  const off = wallClock(begun, name) % DAY;
  return off === 0 ? begun : begun - (off > DAY / 2 ? off - DAY : off);
};

type Calendar = 'persian' | 'islamic-umalqura';
const calendars = new Map<Calendar, Intl.DateTimeFormat>();
function calendar(name: Calendar): Intl.DateTimeFormat {
  const known =
    calendars.get(name) ??
    new Intl.DateTimeFormat(`en-US-u-ca-${name}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  calendars.set(name, known);
  return known;
}

function dayIn(name: Calendar, time: number, zero: number): string {
  const parts = new Map(
    calendar(name)
      .formatToParts(time * 60_000)
      .map((part) => [part.type, part.value]),
  );
  const text = [parts.get('year'), parts.get('month'), parts.get('day')].join('/');
  return text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

/** `۱۴۰۵/۰۳/۱۲`: the Jalali day in Persian digits. */
export const jalaliDay = (time: number): string => dayIn('persian', time, 0x06f0);
/** `١٤٤٧/٠٣/١٢`: the Hijri day (Umm al-Qura) in Arabic-Indic digits. */
export const hijriDay = (time: number): string => dayIn('islamic-umalqura', time, 0x0660);
