import type { Send } from '../../simulate/sends.js';
import type { causeFinder } from '../cause.js';
import { byCode, type Conflict } from '../types.js';
import { isAbout, standingOf } from './policy.js';
import type { Known } from './records.js';

interface Breach {
  readonly send: Send;
  readonly refused: Known;
  readonly own: readonly Known[];
  readonly knew: boolean;
}

/** The refusal that a message ignored: explicit, older than the grace, and not taken back before the message. */
function breachOf(send: Send, lines: readonly Known[], grace: number): Breach | undefined {
  const covering = lines.filter(
    (line) =>
      line.kind === 'consent' && isAbout(line, send.lob, send.type, send.channel) && line.until > send.time,
  );
  const noes = covering.filter((line) => line.value === 'opt_out');
  const old = noes.filter((line) => line.end + grace < send.time);
  // Of what is known by the day only, a no counts from its end and a yes from its start.
  const yeses = covering.filter((line) => line.value === 'opt_in' && line.time < send.time);
  const denies = (some: readonly Known[]) => {
    const standing = standingOf([...some, ...yeses]);
    return standing?.denied === true && standing.tier === 2;
  };
  if (!denies(old) || !denies(noes.filter((line) => line.end < send.time))) return undefined;
  const turn = Math.max(-Infinity, ...yeses.filter((line) => line.tier === 2).map((line) => line.time));
  const ordered = old
    .filter((line) => line.tier === 2)
    .sort((a, b) => a.time - b.time || byCode(a.system, b.system));
  const refused = ordered.find((line) => line.time > turn) ?? ordered[0]!;
  const own = covering.filter((line) => line.system === send.system);
  const knew = own.some((line) => line.value === 'opt_out' && line.end < send.time);
  return { send, refused, own, knew };
}

/** Rule sent-after-opt-out for one person; the cause of a pair is that of its longest silence. */
export function knownViolations(
  person: number,
  lines: readonly Known[],
  sends: readonly Send[],
  grace: number,
  cause: ReturnType<typeof causeFinder>,
): Conflict[] {
  const pairs = new Map<string, Breach[]>();
  for (const send of sends) {
    const breach = send.basis === 'consent' ? breachOf(send, lines, grace) : undefined;
    if (!breach) continue;
    const key = `${breach.refused.system} ${send.system} ${send.channel}`;
    pairs.set(key, [...(pairs.get(key) ?? []), breach]);
  }
  return [...pairs.values()].map((breaches) => {
    const silence = ({ send, refused }: Breach) => send.time - refused.end;
    const worst = [...breaches].sort((a, b) => silence(b) - silence(a))[0]!;
    const { send, refused } = worst;
    const allows = breaches.flatMap(({ own }) => own.filter((line) => line.value === 'opt_in'));
    const last = allows.sort((a, b) => b.time - a.time)[0];
    const pair = {
      rule: 'preference/sent-after-opt-out',
      from: refused.system,
      to: send.system,
      field: `preference.consent.${send.channel}`,
    };
    const why = cause({
      ...pair,
      value: 'opt_out',
      since: refused.end,
      seen: send.time,
      held: last?.value ?? '',
      heldAt: last?.time ?? 0,
      heldBy: allows.find((line) => !['customer', ''].includes(line.actor))?.actor ?? '',
    });
    return { ...pair, person, cause: breaches.some(({ knew }) => knew) ? null : why };
  });
}
