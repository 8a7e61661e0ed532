import type { Part, Span } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { listOf } from '../../lists/word-list.js';
import { type Sentence, sentencesOf } from '../../sentences.js';
import { suppliedOutputs } from '../../uses.js';
import { languagesOf } from '../../words.js';

/** Seconds a value may be old where a text says so; the narrower claim is looked for first. */
const claims = [
  ['now', 'now_seconds'],
  ['today', 'today_seconds'],
] as const;

const sentenceOf = (part: Part, tag: Span): Sentence | undefined =>
  sentencesOf(part).find(
    ({ start, end }) => part.prose.toText(start) <= tag.start && tag.start < part.prose.toText(end),
  );

const spell = (seconds: number): string =>
  seconds >= 172_800
    ? `${Math.round(seconds / 86_400)} days`
    : seconds >= 7200
      ? `${Math.round(seconds / 3600)} hours`
      : `${Math.round(seconds / 60)} minutes`;

/** Values called those of now or today that are older when they arrive. */
export const staleSource: Check = function* (world, parameters) {
  const list = listOf(world, 'supply/freshness');
  for (const { in: part, message, use, field } of suppliedOutputs(world)) {
    const { age } = field;
    if (age === undefined) continue;
    const sentence = sentenceOf(part, use.tag);
    if (!sentence) continue;
    const claim = claims.find(([group]) =>
      languagesOf(list, group, part.locale).some((language) => list.has(group, language, sentence.text)),
    );
    if (!claim || age <= Number(parameters[claim[1]])) continue;
    const hit: GateHit = {
      case: claim[0],
      at: { part, span: use },
      about: use.name,
      args: {
        field: use.name,
        message: message.id,
        age: spell(age),
        system: field.masterId ?? field.systemId ?? 'its source',
      },
    };
    yield hit;
  }
};
