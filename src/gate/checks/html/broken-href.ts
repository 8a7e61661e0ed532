import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { masked, maskSilent, maskTags } from '../../mask-tags.js';

const attribute = /(?<=[\s"'](?:(?:data-)?th[:-]|v-bind:|[:@])?)(href|src|action)(\s{0,9}=\s{0,9})/gi;
/** A target that is written wrong before any server sees it. */
const wrongScheme =
  /^\s*(?:https?\/\/|https?:\/(?!\/)|https?:[^/\s\ufffc]|(?:htp|htps|htttps?|hhttps?|ttps?):|https?:\/\/\s*https?:|https?:\/\/\s)/i;
/** How far a quote that opens may be from the one that closes. */
const farthest = 4000;

type Finding = Pick<GateHit, 'case'> & { start: number; end: number };

/** What follows `href=` without a quote: characters before a quote were typed into it. */
function unquoted(text: string, start: number): Finding | undefined {
  const value = /^[^\s"'<>=]{1,300}/.exec(text.slice(start, start + 300))?.[0] ?? '';
  const isQuoteNext = /^["']/.test(text.slice(start + value.length, start + value.length + 1));
  const end = start + value.length;
  if (/^[“”„«‘’]/.test(value)) return { case: 'typographic', start, end: start + 1 };
  if (!isQuoteNext || value === '' || value.endsWith('\\') || value === '3D') return undefined;
  return { case: value.startsWith(masked) ? 'missing-quote' : 'stray', start, end };
}

function quoted(text: string, start: number): Finding | undefined {
  const rest = text.slice(start + 1, start + 1 + farthest);
  const doubled = /^(["'])[^\s"'<>=]{1,300}\1/.exec(rest);
  if (doubled && doubled[1] === text[start]) return { case: 'stray', start, end: start + 1 };
  const length = rest.indexOf(text[start]!);
  const value = length < 0 ? rest : rest.slice(0, length);
  const isOpen = /^[^<>]*>[^<]*</.test(value) && (length >= 0 || rest.length < farthest);
  if (isOpen) return { case: 'open-quote', start, end: start + 1 + value.indexOf('>') };
  if (length < 0) return undefined;
  const wrong = wrongScheme.exec(value);
  return wrong ? { case: 'scheme', start: start + 1, end: start + 1 + wrong[0].length } : undefined;
}

/** Whether a place is inside a tag of markup. */
function isInTag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - farthest), at);
  return before.lastIndexOf('<') > before.lastIndexOf('>');
}

function* brokenIn(part: Part): Generator<GateHit> {
  if (!/(?:href|src|action)\s*=/i.test(part.text)) return;
  const text = maskSilent(maskTags(part));
  for (const match of text.matchAll(attribute)) {
    const start = match.index + match[0].length;
    const found = /["']/.test(text[start] ?? '') ? quoted(text, start) : unquoted(text, start);
    if (!found || !isInTag(text, match.index)) continue;
    const span = { start: found.start, end: found.end };
    const written = part.text.slice(span.start, Math.min(span.end, span.start + 60));
    yield { case: found.case, at: { part, span }, about: match[1]!.toLowerCase(), args: { written } };
  }
}

/** Addresses that are broken by the way they are written, so that a click goes nowhere. */
export const brokenHref: Check = function* ({ parts }) {
  for (const part of parts) yield* brokenIn(part);
};
