import type { Element, Model } from './model.js';

/** What an application does or shows, which belongs to the application. */
const behaviour = new Set([
  'ApplicationService',
  'ApplicationInterface',
  'ApplicationFunction',
  'ApplicationProcess',
  'ApplicationInteraction',
  'ApplicationEvent',
]);
/** From the whole to its part, from the doer to what is done. */
const owning = new Set(['Composition', 'Aggregation', 'Assignment', 'Realization']);
const groups = new Set(['Grouping', 'BusinessActor', 'BusinessCollaboration', 'Location']);
const people = new Set(['BusinessActor', 'BusinessRole']);

export const isApplication = (one: Element | undefined): boolean => one?.type === 'ApplicationComponent';
export const isData = (one: Element | undefined): boolean =>
  one?.type === 'DataObject' || one?.type === 'BusinessObject';

/** Who stands behind what, by structural relationships. */
export interface Owners {
  /** The application an element is or belongs to. */
  readonly applicationOf: (id: string) => Element | undefined;
  /** The group an application, or the application it is a part of, stands in. */
  readonly siloOf: (id: string) => Element | undefined;
  readonly ownerOf: (id: string) => Element | undefined;
  /** Relationships that say who belongs to whom, and the elements that are silos or owners. */
  readonly used: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

/** Follows each element's first owner upwards; a circle ends the way. */
function climb(
  from: string,
  parents: ReadonlyMap<string, string>,
  isIt: (id: string) => boolean,
): string | undefined {
  const seen = new Set<string>();
  for (let id: string | undefined = from; id !== undefined && !seen.has(id); id = parents.get(id)) {
    if (isIt(id)) return id;
    seen.add(id);
  }
  return undefined;
}

/** Reads the structure of a model. */
export function ownersOf({ elements, relationships }: Model): Owners {
  const whole = new Map<string, string>();
  const silo = new Map<string, string>();
  const owner = new Map<string, string>();
  const used = new Set<string>();
  const note = (to: Map<string, string>, key: string, value: string, id: string) => {
    if (!to.has(key)) to.set(key, value);
    used.add(id);
  };
  for (const { id, type, source, target } of relationships) {
    const [from, to] = [elements.get(source), elements.get(target)];
    if (!from || !to) continue;
    const inside = isApplication(from) || behaviour.has(from.type);
    if (owning.has(type) && inside && (behaviour.has(to.type) || isApplication(to)))
      note(whole, target, source, id);
    else if (owning.has(type) && groups.has(from.type) && isApplication(to) && type !== 'Assignment')
      note(silo, target, source, id);
    else if ((type === 'Assignment' || type === 'Association') && people.has(from.type) && isApplication(to))
      note(owner, target, source, id);
  }
  const is = (id: string): boolean => isApplication(elements.get(id));
  const applicationOf = (id: string) => elements.get(climb(id, whole, is) ?? '');
  const above = (places: ReadonlyMap<string, string>) => (id: string) =>
    elements.get(places.get(climb(id, whole, (one) => places.has(one)) ?? '') ?? '');
  const named = new Set([...silo.values(), ...owner.values()]);
  return { applicationOf, siloOf: above(silo), ownerOf: above(owner), used, named };
}
