import type { Element, Part, Span } from '../../../model/template.js';
import { isRightToLeft } from '../../../templates/facts/locales.js';
import type { Check, GateHit } from '../../check.js';
import type { World } from '../../world.js';

const dirNames = ['dir', 'th:dir', 'data-th-dir', ':dir', 'v-bind:dir', '[dir]', 'th:attr', 'data-th-attr'];

/** Whether the engine puts a whole attribute into an opening tag: it may be the direction. */
const hasAttributeTag = (open: Span, attributes: Element['attributes'], { tags }: Part['parsed']): boolean =>
  tags.some(
    ({ start, end, kind }) =>
      kind === 'output' &&
      start >= open.start &&
      end <= open.end &&
      ![...attributes.values()].some(({ at }) => start >= at.start && end <= at.end),
  );

const hasDir = ({ attributes, open }: Element, { text, parsed }: Part): boolean =>
  dirNames.some((name) => attributes.get(name)?.value.includes(name.endsWith('attr') ? 'dir' : '')) ||
  /direction\s*:\s*rtl/i.test(attributes.get('style')?.value ?? '') ||
  /\brtl\b/i.test(attributes.get('class')?.value ?? '') ||
  hasAttributeTag(open, attributes, parsed) ||
  /\bdir\s*=/i.test(text.slice(open.start, open.end));

/** Style sheets may set it, and engines may put the whole attribute in. */
const setsDirection = ({ text }: Part): boolean => /direction\s*:\s*(?:rtl|\{|<%|\$)/i.test(text);

const rootOf = ({ elements }: Part): Element | undefined =>
  elements.find(({ name }) => name === 'html' || name === 'mjml');
const bodyOf = ({ elements }: Part): Element | undefined =>
  elements.find(({ name }) => name === 'body' || name === 'mj-body');

/** Whether something below the root sets a direction for all there is to read. */
function isWrapped(part: Part): boolean {
  const body = bodyOf(part);
  if (body && hasDir(body, part)) return true;
  const at = body ? part.elements.indexOf(body) : -1;
  const children = part.elements.filter(
    ({ parent, name }) => parent === at && name !== 'style' && name !== 'br',
  );
  const words = children.filter(
    ({ start, end }) => end - start > 0 && /\p{L}/u.test(part.text.slice(start, end)),
  );
  return words.length > 0 && words.every((child) => hasDir(child, part));
}

/** The document that readers of a part get: its own, or that of the layout around it. */
const documentOf = (part: Part): Part | undefined =>
  [part, ...part.included].find((one) => rootOf(one) !== undefined);

const letters = /[\u0590-\u08ff]/g;
/** A text that reads from right to left by its letters, whatever its locale says. */
const looksRightToLeft = ({ prose }: Part): boolean => {
  const text = prose.text.slice(0, 4_000);
  const own = text.match(letters)?.length ?? 0;
  return own > 20 && own > 2 * (text.match(/[A-Za-z]/g)?.length ?? 0);
};

const isRtl = (part: Part): boolean =>
  part.locale === '' ? looksRightToLeft(part) : isRightToLeft(part.locale);

function hitAt(name: string, part: Part, root: Element | undefined, locale: string, asked: Part): GateHit {
  const edits =
    root && part === asked
      ? [
          {
            part,
            span: {
              start: root.open.start + 1 + root.name.length,
              end: root.open.start + 1 + root.name.length,
            },
            text: ' dir="rtl"',
          },
        ]
      : [];
  return {
    case: name,
    at: { part, ...(root && { span: root.open }) },
    about: 'dir',
    args: { locale },
    ...(part !== asked && { others: [{ part: asked }] }),
    ...(edits.length > 0 && { edits }),
  };
}

function* ownDocuments(parts: readonly Part[], seen: Set<Part>): Generator<GateHit> {
  for (const part of parts) {
    if (part.markup === 'text' || part.name === 'layout' || part.name === 'partial' || !isRtl(part)) continue;
    const page = documentOf(part);
    if (!page) {
      const isSeveral = part.key === '' && part.channel === 'email' && part.parsed.includes.length === 0;
      if (isSeveral && !setsDirection(part) && !isWrapped(part) && part.prose.text.trim() !== '')
        yield hitAt('fragment', part, undefined, part.locale, part);
      continue;
    }
    if (
      seen.has(page) ||
      setsDirection(page) ||
      hasDir(rootOf(page)!, page) ||
      isWrapped(page) ||
      (page !== part && isWrapped(part))
    )
      continue;
    seen.add(page);
    yield hitAt(page === part ? 'document' : 'layout', page, rootOf(page), part.locale || 'this text', part);
  }
}

/** Documents that name no locale serve all, where texts in locales from right to left lie beside them. */
function* sharedDocuments({ parts }: World, seen: ReadonlySet<Part>): Generator<GateHit> {
  const other = parts.find(({ locale, channel }) => channel === 'email' && isRightToLeft(locale));
  if (!other) return;
  for (const part of parts) {
    if (part.markup === 'text' || part.locale !== '' || part.key !== '' || seen.has(part) || isRtl(part))
      continue;
    const root = rootOf(part);
    if (root && !setsDirection(part) && !hasDir(root, part) && !isWrapped(part))
      yield { ...hitAt('shared', part, root, other.locale, other), edits: [] };
  }
}

/** Texts from right to left in documents that do not say so. */
export const dirMissing: Check = function* (world) {
  const seen = new Set<Part>();
  yield* ownDocuments(world.parts, seen);
  yield* sharedDocuments(world, seen);
};
