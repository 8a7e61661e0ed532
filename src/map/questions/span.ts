import { UsageError } from '../../model/errors.js';
import { parseDuration } from '../../text/durations.js';

const units: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of `24h`, `90min`, `2d`, `1w`, `30s` or an ISO 8601 duration; a UsageError for anything else. */
export function parseSpan(option: string, typed: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(s|min|h|d|w)$/i.exec(typed.trim()) ?? [];
  const seconds = unit ? Math.round(Number(amount) * units[unit.toLowerCase()]!) : parseDuration(typed);
  if (seconds !== undefined) return seconds;
  throw new UsageError({
    message: `${option} is not a time`,
    value: typed,
    expected: '24h, 90min, 2d or PT24H',
  });
}
