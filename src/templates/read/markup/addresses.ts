import type { FieldUse, Link, Span } from '../../../model/template.js';
import { masked } from './mask.js';

const inUrl = `[^\\s<>"'\`|\\\\^{}\\[\\]«»“”،؛؟]`;
const host = `(?:[a-z0-9${masked}-]{1,63}\\.){1,5}[a-z]{2,24}`;

/** With a scheme, with `www.`, a host with a path, or a tag with a path behind it. */
const url = new RegExp(
  `(?:https?://|(?<![\\w.@/-])www\\.)${inUrl}+|(?<![\\w.@/:${masked}-])${host}/${inUrl}{2,}|(?<!${masked})${masked}{3,}/${inUrl}+`,
  'gi',
);
const endings = /[.,;:!?'*_~)\]]$/;

function trimmed(found: string): string {
  let kept = found;
  while (endings.test(kept)) {
    if (kept.endsWith(')') && kept.includes('(')) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

/** Names of fields that hold an address: `action_url`, `resetLink`, `Client.LoginLink`. */
export const namesAddress = (name: string): boolean =>
  /(?:^|[^a-z])(?:urls?|uris?|links?|href)$/i.test(name) ||
  /[a-z0-9](?:URL|Url|URI|Uri|Link|Href)s?$/.test(name);

const local = /[\w.+-]{1,64}$/;
const domain = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}/i;

function* mailAddresses(text: string, zone: Span): Generator<Span> {
  for (let at = text.indexOf('@', zone.start); at >= 0 && at < zone.end; at = text.indexOf('@', at + 1)) {
    const before = local.exec(text.slice(Math.max(zone.start, at - 64), at));
    const after = before && domain.exec(text.slice(at + 1, Math.min(zone.end, at + 1 + 255)));
    if (before && after) yield { start: at - before[0].length, end: at + 1 + after[0].length };
  }
}

function* webAddresses(text: string, zone: Span): Generator<Span> {
  const piece = text.slice(zone.start, zone.end);
  for (const match of piece.matchAll(url)) {
    const start = zone.start + match.index;
    yield { start, end: start + trimmed(match[0]).length };
  }
}

function* fieldAddresses(uses: readonly FieldUse[], zone: Span): Generator<Span> {
  for (const { name, role, tag } of uses)
    if (role === 'output' && tag.start >= zone.start && tag.end <= zone.end && namesAddress(name))
      yield { start: tag.start, end: tag.end };
}

const markdown = /(?<!!)\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)/g;

/** Links of Markdown: `[words](address)`. */
export function markdownLinks(text: string, maskedText: string): Link[] {
  return [...maskedText.matchAll(markdown)].map((match) => {
    const start = match.index + match[0].length - 1 - match[2]!.length;
    const end = start + match[2]!.length;
    const words = text.slice(match.index + 1, match.index + 1 + match[1]!.length);
    return { start, end, target: text.slice(start, end), words };
  });
}

/** Links in order; of two at one place the longer one stays. */
export function withoutOverlaps(links: readonly Link[]): Link[] {
  const kept: Link[] = [];
  let end = 0;
  for (const link of [...links].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (link.start < end) continue;
    kept.push(link);
    end = Math.max(end, link.end);
  }
  return kept;
}

/** Addresses that stand in a text by themselves, in order; a tag is an address when its field's name says so. */
export function bareAddresses(
  text: string,
  maskedText: string,
  zone: Span,
  uses: readonly FieldUse[],
): Link[] {
  const found = [
    ...webAddresses(maskedText, zone),
    ...mailAddresses(maskedText, zone),
    ...fieldAddresses(uses, zone),
  ].map(({ start, end }): Link => ({ start, end, target: text.slice(start, end), words: '' }));
  return withoutOverlaps(found);
}
