import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { type Clash, clashes, reversals } from '../../variants/clashes.js';
import { inText } from '../../variants/facts.js';
import { localeClashes, localeReversals } from '../../variants/locale-clashes.js';
import { type Sibling, siblingsOf } from '../../variants/siblings.js';

const spell = ({ part, span }: Clash['one']): string => part.text.slice(span.start, span.end);

const hitOf = (name: string, { kind, one, other }: Clash, where: string): GateHit => ({
  case: name,
  at: { part: one.part, span: one.span },
  about: kind,
  args: { kind, written: spell(one), other: spell(other), where },
  others: [{ part: other.part, span: other.span }],
});

function* reversed(
  name: string,
  ones: readonly Part[],
  others: readonly Part[],
  where: string,
): Generator<GateHit> {
  for (const [one, other] of reversals(ones, others))
    yield {
      case: name,
      at: { part: one.part, span: inText(one.part, one.at) },
      about: 'negation',
      args: { written: one.text.slice(0, 120), other: other.text.slice(0, 120), where },
      others: [{ part: other.part, span: inText(other.part, other.at) }],
    };
}

/** The plain part of a mail against its HTML part: one is the other without markup. */
function* betweenParts({ html, text }: Sibling): Generator<GateHit> {
  for (const clash of clashes(text, html))
    yield hitOf(clash.isSameSentence ? 'parts' : 'parts-apart', clash, 'the HTML part');
  yield* reversed('reversed', text, html, 'the HTML part');
}

/** What a title says with a number that its text says once, with another. */
function* betweenTitles({ parts, body }: Sibling): Generator<GateHit> {
  const titles = parts.filter((part) => !body.includes(part));
  for (const clash of clashes(titles, body)) {
    if (!numbered.has(clash.kind)) continue;
    yield hitOf(clash.isSameSentence ? 'channels' : 'channels-apart', clash, 'the text below it');
  }
}

const numbered = new Set(['duration', 'amount', 'percent', 'volume', 'date', 'time']);
const spoken = new Set(['duration', 'amount', 'date', 'percent', 'volume']);

/** Other channels say the same in other words, so only what stands in like sentences, or alone of its kind, counts. */
function* betweenChannels(siblings: readonly Sibling[]): Generator<GateHit> {
  for (const [i, one] of siblings.entries())
    for (const other of siblings.slice(0, i)) {
      if (one.locale !== other.locale || one.channel === other.channel) continue;
      if (one.channel === 'unknown' || other.channel === 'unknown') continue;
      const theirs = other.text.length > 0 ? other.text : other.body;
      const ours = one.text.length > 0 ? one.text : one.body;
      for (const clash of clashes(ours, theirs))
        if (clash.isSameSentence || spoken.has(clash.kind))
          yield hitOf(
            clash.isSameSentence ? 'channels' : 'channels-apart',
            clash,
            `the ${other.channel} text`,
          );
      yield* reversed('reversed', ours, theirs, `the ${other.channel} text`);
    }
}

/** Facts and negations that differ between parts, channels and locales of one message. */
export const contradiction: Check = function* (world) {
  for (const message of world.messages) {
    const siblings = siblingsOf(message);
    for (const sibling of siblings) {
      yield* betweenParts(sibling);
      yield* betweenTitles(sibling);
    }
    yield* betweenChannels(siblings);
  }
  for (const { clash, isCertain } of localeClashes(world))
    yield hitOf(
      isCertain ? 'locales' : 'locales-apart',
      clash,
      clash.other.part.locale || 'the default locale',
    );
  for (const [one, other] of localeReversals(world))
    yield {
      case: 'locales-reversed',
      at: { part: one.part, span: inText(one.part, one.at) },
      about: 'negation',
      args: {
        written: one.text.slice(0, 120),
        other: other.text.slice(0, 120),
        where: other.part.locale || 'the default locale',
      },
      others: [{ part: other.part, span: inText(other.part, other.at) }],
      confidence: 'possible',
    };
};
