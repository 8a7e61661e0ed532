import { groupBy } from '../../../text/group-by.js';
import type { Element, Model, Relationship } from './model.js';

const junctions = new Set(['AndJunction', 'OrJunction', 'Junction']);
const moving = new Set(['Flow', 'Triggering']);

export const isJunction = (one: Element | undefined): boolean => junctions.has(one?.type ?? '');

/** What leaves a junction, and the junctions behind it, each as its way from there; a circle ends the way. */
function waysOut(
  model: Model,
  leaving: ReadonlyMap<string, readonly Relationship[]>,
  from: string,
  passed: readonly string[] = [],
): Relationship[][] {
  if (!isJunction(model.elements.get(from))) return [[]];
  if (passed.includes(from)) return [];
  return (leaving.get(from) ?? []).flatMap((one) =>
    waysOut(model, leaving, one.target, [...passed, from]).map((rest) => [one, ...rest]),
  );
}

/**
 * Relationships of a model, those that part or meet at a junction as one from end to end each: a junction is a mark on
 * the drawing, no station. What leads into a junction and no further, or only comes out of one, stays as it is.
 */
export function throughJunctions(model: Model): readonly Relationship[] {
  const { elements, relationships } = model;
  const isAt = ({ type, source, target }: Relationship) =>
    moving.has(type) && (isJunction(elements.get(source)) || isJunction(elements.get(target)));
  const at = relationships.filter(isAt);
  const leaving = groupBy(at, (one) => one.source);
  const joined = new Map<string, Relationship[]>();
  for (const one of at) {
    if (isJunction(elements.get(one.source))) continue;
    const ways = waysOut(model, leaving, one.target);
    joined.set(
      one.id,
      ways.map((way) => ({
        ...one,
        id: [one.id, ...way.map(({ id }) => id)].join(' > '),
        name: one.name || (way.find(({ name }) => name !== '')?.name ?? ''),
        target: way.at(-1)!.target,
        parts: [one.id, ...way.map(({ id }) => id)],
      })),
    );
  }
  const used = new Set([...joined.values()].flat().flatMap(({ parts = [] }) => parts));
  return relationships.flatMap((one) => (used.has(one.id) ? (joined.get(one.id) ?? []) : [one]));
}
