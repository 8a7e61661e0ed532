import type { Element, Part } from '../../../model/template.js';
import { firstFrom } from '../../within.js';

/** Where a further attribute can be written into an opening tag: behind the name. */
export const behindName = ({ open, name }: Element) => ({
  start: open.start + 1 + name.length,
  end: open.start + 1 + name.length,
});

/** Value of an attribute, also where an engine sets it (`th:alt`, `:alt`, `xml:lang`); undefined where nobody does. */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  for (const one of [`th:${name}`, `data-th-${name}`, `:${name}`, name, `xml:${name}`]) {
    const found = attributes.get(one);
    if (found) return found.value;
  }
  return undefined;
}

/** No mail nests deeper; it bounds what a hostile one costs. */
const deepest = 200;

/** Elements around one, the nearest first. */
export function* ancestors({ elements }: Part, element: Element): Generator<Element> {
  for (let at = element.parent, depth = 0; at >= 0 && depth < deepest; at = elements[at]!.parent, depth++)
    yield elements[at]!;
}

/** Whether the engine may write further attributes into an opening tag. */
export function isOpenToEngine({ parsed: { tags } }: Part, { open, attributes }: Element): boolean {
  const values = [...attributes.values()].map(({ valueAt }) => valueAt);
  for (let i = firstFrom(tags, open.start + 1); i < tags.length && tags[i]!.start < open.end; i++)
    if (!values.some(({ start, end }) => tags[i]!.start >= start && tags[i]!.end <= end)) return true;
  return false;
}

/** Whether screen readers are told to pass over it. */
export const isSilent = (element: Element): boolean =>
  attributeOf(element, 'aria-hidden') === 'true' ||
  /^(?:presentation|none)$/i.test(attributeOf(element, 'role') ?? '');
