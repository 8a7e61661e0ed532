/** The beginning of a line of Postfix: when, on which host, about which message. */
export interface Line {
  /** RFC 3339, or without a zone where the log has none. */
  readonly time: string;
  readonly host: string;
  readonly queueId: string;
  readonly rest: string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const clock = String.raw`\d\d:\d\d:\d\d(?:\.\d{1,9})?`;
/** RFC 3164 `Nov 22 10:00:01`, RFC 5424 and `journalctl -o short-iso`, perhaps with a priority before them. */
const stamp = String.raw`(?:(\d{4}-\d\d-\d\d)[T ](${clock})(Z|[+-]\d\d:?\d\d)?|([A-Z][a-z]{2}) ([ \d]?\d) (\d\d:\d\d:\d\d)(?:\.\d+)?)`;
/** Names of programs: `postfix/smtp`, `postfix-out/smtp`, `postfix/submission/smtpd`. */
const head = new RegExp(
  String.raw`^(?:<\d{1,3}>)?(?:1 )?${stamp} (\S{1,255}) postfix[\w.-]*/[\w/.-]{1,80}(?:\[\d+\]:| \d+ \S+ \S+) ([0-9A-Za-z]{5,20}): `,
);

const pad = (text: string): string => text.trim().padStart(2, '0');

/** Gives days without a year the latest one in which they do not lie after a known day. */
export class Years {
  private readonly days = new Map<string, string>();

  /** `last`: the day the log ends at the latest, `2026-11-22`. */
  constructor(private readonly last: string) {}

  /** `Nov`, `22` → `2026-11-22`; undefined where there is no such month. */
  dayOf(month: string, day: string): string | undefined {
    const key = `${month}${day}`;
    const known = this.days.get(key) ?? this.find(month, day);
    if (known !== undefined) this.days.set(key, known);
    return known;
  }

  private find(month: string, day: string): string | undefined {
    const number = months.indexOf(month) + 1;
    if (number === 0) return undefined;
    const rest = `${pad(String(number))}-${pad(day)}`;
    const year = Number(this.last.slice(0, 4));
    return `${rest > this.last.slice(5) ? year - 1 : year}-${rest}`;
  }
}

function timeOf([, day, time, zone, month, date, local]: RegExpExecArray, years: Years): string | undefined {
  if (day === undefined) {
    const found = years.dayOf(month!, date!);
    return found && `${found}T${local}`;
  }
  if (zone === undefined) return `${day}T${time!.slice(0, 8)}`;
  const instant = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/** Reads the beginning of a line; undefined where it is none of Postfix about a message. */
export function readLine(text: string, years: Years): Line | undefined {
  const found = head.exec(text);
  const time = found && timeOf(found, years);
  if (!time) return undefined;
  return { time, host: found[7]!, queueId: found[8]!, rest: text.slice(found[0].length) };
}

/** Whether the times of a line have no zone, and no year; undefined where the line has none of ours. */
export function lackOf(text: string): { readonly zone: boolean; readonly year: boolean } | undefined {
  const found = head.exec(text);
  return found ? { zone: found[3] === undefined, year: found[1] === undefined } : undefined;
}
