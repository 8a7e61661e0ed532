import type { Element, Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { isInterface } from '../../is-interface.js';
import { firstFrom } from '../../within.js';
import { attributeOf, behindName, isOpenToEngine } from './elements.js';

const ofData = new Set(['th', 'caption', 'thead']);

/** The innermost table around each element, itself if it is one; -1 outside tables. */
function tablesAround(elements: readonly Element[]): number[] {
  const around: number[] = [];
  for (const [at, { name, parent }] of elements.entries())
    around.push(name === 'table' ? at : parent < 0 ? -1 : around[parent]!);
  return around;
}

/** Positions of tables that hold data: they have headings, a caption, or rows an engine repeats. */
function dataTables({ elements, parsed }: Part): Set<number> {
  const around = tablesAround(elements);
  const found = new Set<number>();
  for (const [at, { name, attributes }] of elements.entries())
    if (ofData.has(name) || attributes.has('scope') || attributes.has('th:each')) found.add(around[at]!);
  for (const { role, start } of parsed.uses)
    if (role === 'loop') found.add(around[firstFrom(elements, start) - 1] ?? -1);
  return found;
}

const isPlain = (part: Part, element: Element): boolean =>
  attributeOf(element, 'role') === undefined &&
  attributeOf(element, 'summary') === undefined &&
  !isOpenToEngine(part, element);

/** Tables that only lay out a message, and that screen readers read out as tables. */
export const layoutTableRole: Check = function* ({ parts }) {
  for (const part of parts) {
    if (part.markup !== 'html' || isInterface(part)) continue;
    const data = dataTables(part);
    for (const [at, element] of part.elements.entries()) {
      if (element.name !== 'table' || data.has(at) || !isPlain(part, element)) continue;
      const edit = { part, span: behindName(element), text: ' role="presentation"' };
      yield { case: 'layout', at: { part, span: element.open }, edits: [edit] };
    }
  }
};
