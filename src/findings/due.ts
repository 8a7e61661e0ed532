import type { Severity } from '../model/enums.js';
import type { Harm, SeverityPolicy } from '../model/policy.js';
import { timeless } from '../model/timeless.js';
import { parseDuration } from '../text/durations.js';

type Times = SeverityPolicy['due'];

/** Date by which to act: as-of plus the time the severity leaves, at the latest the clock of the harm; null when none runs, or nothing tells a day. */
export function dueOf(
  severity: Severity,
  harm: Harm,
  asOf: string,
  usual: Times,
  own: Times = {},
): string | null {
  const seconds = [own[severity] ?? usual[severity], harm.clock]
    .map((time) => parseDuration(time ?? ''))
    .filter((time) => time !== undefined);
  if (seconds.length === 0 || asOf === timeless) return null;
  return new Date(Date.parse(asOf) + Math.min(...seconds) * 1000).toISOString().slice(0, 10);
}
