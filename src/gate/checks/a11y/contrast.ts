import type { Element, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { maskTags } from '../../mask-tags.js';
import { type Colour, contrastOf, readColour } from './colours.js';
import { ancestors } from './elements.js';

const declaration = /(?:^|;)\s*([a-z-]+)\s*:\s*([^;]{1,200})/gi;

/** Declarations of a `style` attribute, the last of each property. */
function styleOf({ attributes }: Element): ReadonlyMap<string, string> {
  const style = attributes.get('style')?.value.slice(0, 4000) ?? '';
  return new Map(
    [...style.matchAll(declaration)].map(([, name, value]) => [name!.toLowerCase(), value!] as const),
  );
}

/** What an element is painted on by itself: a colour, nothing, or something that is not one colour. */
function groundOf(element: Element): Colour | 'unknown' | undefined {
  const style = styleOf(element);
  const written =
    style.get('background-color') ?? style.get('background') ?? element.attributes.get('bgcolor')?.value;
  if (style.has('background-image') || element.attributes.has('background')) return 'unknown';
  if (written === undefined || /^\s*(?:transparent|none|inherit)\s*$/i.test(written)) return undefined;
  return readColour(written) ?? 'unknown';
}

/** The colour behind an element; undefined where a class or a picture may decide. */
function behind(part: Part, element: Element): Colour | undefined {
  for (const one of [element, ...ancestors(part, element)]) {
    const ground = groundOf(one);
    if (ground !== undefined) return ground === 'unknown' ? undefined : ground;
    if (one.attributes.has('class')) return undefined;
  }
  return undefined;
}

/** Large text needs less: 24 px, or 18.66 px in bold (WCAG 2.2, 1.4.3). */
function isLarge(style: ReadonlyMap<string, string>): boolean {
  const size = Number(/^\s*(\d{1,3}(?:\.\d{1,2})?)px/.exec(style.get('font-size') ?? '')?.[1] ?? 0);
  const isBold = /bold|[6-9]00/.test(style.get('font-weight') ?? '');
  return size >= 24 || (isBold && size >= 18.66);
}

function hitFor(part: Part, element: Element, text: string): GateHit | undefined {
  const style = styleOf(element);
  const colour = style.has('color') ? readColour(style.get('color')!) : undefined;
  const inside = text.slice(element.open.end, element.open.end + 500).split('<')[0]!;
  if (!colour || !/[\p{L}\p{N}\ufffc]/u.test(inside)) return undefined;
  const ground = behind(part, element);
  const least = isLarge(style) ? 3 : 4.5;
  const ratio = ground ? contrastOf(colour, ground) : least;
  if (ratio >= least) return undefined;
  const shown = Math.floor(ratio * 10) / 10;
  return {
    case: 'low',
    at: { part, span: element.attributes.get('style')!.valueAt },
    args: { ratio: String(shown), least: String(least), colour: style.get('color')!.trim() },
  };
}

/** Text in a colour that is hard to tell from what it stands on; only what stands in the markup itself is judged. */
export const contrast: Check = function* ({ parts }) {
  for (const part of parts) {
    if (part.markup !== 'html' || isInterface(part)) continue;
    const text = maskTags(part);
    for (const element of part.elements) {
      const hit = element.attributes.has('style') ? hitFor(part, element, text) : undefined;
      if (hit) yield hit;
    }
  }
};
