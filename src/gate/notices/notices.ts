import type { Message, World } from '../world.js';
import { acknowledgesImpact, saysWhatHappened, takesResponsibility } from './elements.js';
import { type Reading, readingsOf } from './reading.js';
import { speaks, Words } from './words.js';

/** A reading of a message that tells customers that something went wrong. */
export interface Notice extends Reading {
  /** As settings or the name say: `outage`, `data_breach`. */
  readonly kind: string;
  readonly isBreach: boolean;
  /** The last word about a trouble. */
  readonly isClosing: boolean;
  /** Told by the name of the message alone. */
  readonly isGuess: boolean;
}

const named =
  /\b(data (?:breach|leak|loss)|breach|outage|downtime|incident|service (?:disruption|interruption|fault)|disruption|post mortem|postmortem|power cut|crisis|recall|apology|security notice|service notice)(?:e?s)?\b/g;

/** Messages of tools that watch over systems, which go to who runs them. */
const operators = /\b(?:sla|assign|escalat|on call|alert rule|monitor|ticket|comment|mention)/;

const breachWords = /breach|leak|privacy|gdpr|exposure|disclos|theft|stolen/i;
const closingWords =
  /resolved|closed|closing|final|post[^a-z]?mortem|restored|recovered|summary|corrected|rca\b/i;

interface Sort {
  readonly kind: string;
  readonly isGuess: boolean;
}

/** The last telling word of a name: `incident_mailer/service_outage` is about an outage. */
const kindIn = (name: string): string | undefined => [...name.matchAll(named)].at(-1)?.[1];

const asWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase();

/** Whether a message is for an incident, and of what kind. */
export function sortOf({ id, settings, communication }: Message): Sort | undefined {
  if (settings.incident !== undefined) return { kind: settings.incident, isGuess: false };
  const said = kindIn(asWords(communication?.comm_type ?? ''));
  if (said !== undefined) return { kind: said, isGuess: false };
  const words = asWords(id);
  const kind = operators.test(words) ? undefined : kindIn(words);
  return kind === undefined ? undefined : { kind, isGuess: true };
}

/** How many sentences at the beginning say whether a trouble is over. */
const opening = 4;

function isClosing(world: World, reading: Reading): boolean {
  if (closingWords.test(asWords(reading.message.id))) return true;
  const words = Words.of(world, 'notice/closing', reading);
  const events = Words.of(world, 'notice/events', reading);
  return reading.sentences
    .slice(0, opening)
    .some((one) => words.says('closed', one) && !events.says('hypothetical', one));
}

/** Whether a text speaks of a trouble at all, so that a name alone does not decide. */
const isAboutTrouble = (world: World, reading: Reading): boolean =>
  saysWhatHappened(world, reading) ||
  acknowledgesImpact(world, reading) ||
  takesResponsibility(world, reading) ||
  reading.sentences.some(
    (one) =>
      Words.of(world, 'notice/excuses', reading).says('excuse', one) ||
      Words.of(world, 'notice/impact', reading).says('sorry', one),
  );

function read(world: World): Notice[] {
  return world.messages.flatMap((message) => {
    const sort = sortOf(message);
    if (!sort) return [];
    const readings = readingsOf(message).filter((reading) => speaks(world, reading));
    // A translation that lost every word about the trouble is a notice all the same.
    if (sort.isGuess && !readings.some((reading) => isAboutTrouble(world, reading))) return [];
    return readings.map((reading) => ({
      ...reading,
      ...sort,
      isBreach: breachWords.test(`${sort.kind} ${message.id}`),
      isClosing: isClosing(world, reading),
    }));
  });
}

const known = new WeakMap<World, readonly Notice[]>();

/** All notices in languages there are word lists for, in order of the messages. */
export function noticesOf(world: World): readonly Notice[] {
  const notices = known.get(world) ?? read(world);
  known.set(world, notices);
  return notices;
}
