import type { Part } from '../../../model/template.js';
import { isSameFact } from '../../../templates/facts/index.js';
import type { FactKind } from '../../../templates/facts/types.js';
import type { Check, GateHit } from '../../check.js';
import { conveys, factFields, type StatedField } from '../../variants/fact-fields.js';
import { factsOf, type PlacedFact } from '../../variants/facts.js';
import { missingInLocales, shortTranslations } from '../../variants/missing-in-locales.js';
import { unnamedFields } from '../../variants/part-fields.js';
import { type Sibling, siblingsOf } from '../../variants/siblings.js';

const counted: readonly FactKind[] = ['amount', 'date', 'duration', 'percent'];

const whole = (parts: readonly Part[]): Part[] => [
  ...new Set(parts.flatMap((part) => [part, ...part.included])),
];

function literalHit(name: string, fact: PlacedFact, to: Part, where: string): GateHit {
  const written = fact.part.text.slice(fact.span.start, fact.span.end);
  return {
    case: name,
    at: { part: to },
    about: fact.kind,
    args: { kind: `the ${fact.kind}`, fact: written, where },
    others: [{ part: fact.part, span: fact.span }],
  };
}

const fieldHit = (name: string, { kind, part, use }: StatedField, to: Part, where: string): GateHit => ({
  case: name,
  at: { part: to },
  about: use.name,
  args: { kind: `the ${kind}`, fact: use.name, where },
  others: [{ part, span: use }],
});

/** What the HTML part states and the text part, which is to say the same, does not. */
function* betweenParts({ channel, html, text }: Sibling): Generator<GateHit> {
  if (channel !== 'email' || html.length === 0 || text.length === 0) return;
  const [ours, theirs] = [whole(text), whole(html)];
  const own = ours.flatMap(factsOf);
  for (const kind of counted) {
    if (own.some((fact) => fact.kind === kind)) continue;
    const fact = theirs.flatMap(factsOf).find((one) => one.kind === kind);
    if (fact && !own.some((one) => isSameFact(one, fact)) && !conveys(ours, kind))
      yield literalHit('part', fact, text.at(-1)!, 'the HTML part');
  }
  const names = new Set(ours.flatMap(({ parsed }) => parsed.uses.map(({ name }) => name)));
  for (const field of factFields(theirs))
    if (!names.has(field.use.name) && field.kind !== 'link' && !own.some(({ kind }) => kind === field.kind))
      yield fieldHit('part', field, text.at(-1)!, 'the HTML part');
}

/** What one part of a mail says by fields that the other never names, but for facts of the HTML part, told before. */
function* unnamed({ channel, html, text }: Sibling): Generator<GateHit> {
  if (channel !== 'email' || html.length === 0 || text.length === 0) return;
  const facts = new Set(factFields(whole(html)).map(({ use }) => use.name));
  const ways = [
    { mine: html, to: text, where: 'the HTML part', isTold: (name: string) => facts.has(name) },
    { mine: text, to: html, where: 'the text part', isTold: () => false },
  ];
  for (const { mine, to, where, isTold } of ways) {
    const lost = unnamedFields(mine, to).filter(([name]) => !isTold(name));
    if (lost.length === 0) continue;
    const fields = lost.map(([name]) => `'${name}'`).join(', ');
    const others = lost.map(([, { part, use }]) => ({ part, span: use }));
    yield { case: 'unnamed', at: { part: to.at(-1)! }, about: fields, args: { fields, where }, others };
  }
}

const short = new Set(['sms', 'whatsapp', 'rcs', 'post']);

/** A code or link in a short message is of no use without the time that the mail says it is good for. */
function* betweenChannels(siblings: readonly Sibling[]): Generator<GateHit> {
  for (const one of siblings) {
    if (!short.has(one.channel) || one.body.length === 0) continue;
    const mail = siblings.find(({ channel, locale }) => channel === 'email' && locale === one.locale);
    if (!mail) continue;
    const ours = whole(one.body);
    const isActing =
      factFields(ours).some(({ kind }) => kind === 'code' || kind === 'link') ||
      ours.some(({ links }) => links.length > 0);
    if (!isActing || conveys(ours, 'duration') || conveys(ours, 'date')) continue;
    const theirs = whole(mail.body);
    const fact = theirs.flatMap(factsOf).find(({ kind }) => kind === 'duration' || kind === 'date');
    const field = factFields(theirs).find(
      ({ kind, isDeadline }) => kind === 'duration' || (kind === 'date' && isDeadline),
    );
    if (field) yield fieldHit('channel', field, one.body.at(-1)!, 'the mail');
    else if (fact) yield literalHit('channel', fact, one.body.at(-1)!, 'the mail');
  }
}

/** Facts that one part, channel or locale of a message leaves out. */
export const missingFact: Check = function* (world) {
  for (const message of world.messages) {
    const siblings = siblingsOf(message);
    for (const sibling of siblings) {
      yield* betweenParts(sibling);
      yield* unnamed(sibling);
    }
    yield* betweenChannels(siblings);
  }
  for (const { fact, part, locale, have, of } of missingInLocales(world)) {
    const hit = literalHit('locale', fact, part, '');
    yield { ...hit, args: { ...hit.args, locale: locale || 'the default locale', have, of } };
  }
  for (const { part, locale, sentences, expected, reference, lost } of shortTranslations(world)) {
    const args = {
      locale: locale || 'the default locale',
      sentences,
      expected,
      where: reference.locale || 'the default locale',
    };
    const others = [{ part: reference }];
    if (lost === undefined) yield { case: 'shorter', at: { part }, about: 'sentences', args, others };
    else yield { case: 'sentence', at: { part }, about: lost, args: { ...args, fact: lost }, others };
  }
};
