import type { Element, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { ancestors, attributeOf, behindName, isOpenToEngine, isSilent } from './elements.js';

/** One pixel by one, which counts who opens the message and shows nothing. */
const isPixel = (element: Element): boolean =>
  ['width', 'height'].every((side) => /^[01](?:px)?$/.test(attributeOf(element, side)?.trim() ?? ''));

const source = ({ attributes }: Element): string => attributes.get('src')?.value ?? '';

function hitFor(part: Part, element: Element): GateHit {
  const name = isPixel(element) ? 'pixel' : 'missing';
  const inLink = [...ancestors(part, element)].some((one) => one.name === 'a');
  const edit = { part, span: behindName(element), text: ' alt=""' };
  return {
    case: name === 'missing' && inLink ? 'in-link' : name,
    at: { part, span: element.open },
    about: source(element).slice(0, 200),
    ...(name === 'pixel' && { edits: [edit] }),
  };
}

/** Images without a text in their place. */
export const imgAlt: Check = function* ({ parts }) {
  for (const part of parts.filter((one) => !isInterface(one)))
    for (const element of part.elements) {
      if (element.name !== 'img' || attributeOf(element, 'alt') !== undefined) continue;
      if (!isSilent(element) && !isOpenToEngine(part, element)) yield hitFor(part, element);
    }
};
