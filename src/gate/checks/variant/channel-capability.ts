import type { Part, Span } from '../../../model/template.js';
import { fieldKind } from '../../../templates/facts/field-kind.js';
import type { Check, GateHit } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { listOf } from '../../lists/word-list.js';
import { factsOf } from '../../variants/facts.js';
import { findWords } from '../../words.js';

const paper = new Set(['post']);
const bare = new Set(['sms', 'push', 'web_push', 'ivr', 'post']);

const whole = (part: Part): readonly Part[] => [part, ...part.included];

/** Whether readers can follow anything from here: a link, an address, a field that may be one, a text that is put in. */
const hasLink = (part: Part): boolean =>
  whole(part).some(
    (one) =>
      one.links.length > 0 ||
      factsOf(one).some(({ kind }) => kind === 'url') ||
      one.elements.some(({ name }) => name === 'a' || name === 'button' || name === 'mj-button') ||
      one.parsed.uses.some(({ name }) => /^\d+$/.test(name) || fieldKind(name) === 'link'),
  ) ||
  part.parsed.includes.length > 0 ||
  part.parsed.tags.some(({ start, end }) => /url|uri|link|path|href/i.test(part.text.slice(start, end)));

function hitOf(name: string, part: Part, span: Span): GateHit {
  const words = part.text.slice(span.start, span.end).slice(0, 80);
  return { case: name, at: { part, span }, about: name, args: { words, part: `this ${part.channel} text` } };
}

/** Texts that speak of links, buttons or attachments that their channel or part does not have. */
export const channelCapability: Check = function* (world) {
  const list = listOf(world, 'variant/references');
  for (const part of world.parts) {
    if (isInterface(part) || part.channel === 'unknown' || part.key !== '') continue;
    if (
      part.name === 'layout' ||
      part.name === 'partial' ||
      part.name === 'subject' ||
      part.name === 'preheader'
    )
      continue;
    const isPaper = paper.has(part.channel);
    if (isPaper || !hasLink(part))
      for (const span of findWords(list, 'link', part).slice(0, 3))
        yield hitOf(isPaper ? 'paper' : 'link', part, span);
    if (bare.has(part.channel) && !isPaper)
      for (const span of findWords(list, 'attachment', part).slice(0, 3))
        yield hitOf('attachment', part, span);
  }
};
