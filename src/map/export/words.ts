import type { EcosystemMap, MapFlow, MapSilo, MapSystem } from '../model.js';

const shown = 3;

/** What a flow carries, in a few words: `contact.email, contact.phone +2`; empty when nobody says. */
export function carriedBy(flows: readonly MapFlow[]): string {
  const fields = [...new Set(flows.flatMap((flow) => flow.fields.map(({ target_field }) => target_field)))];
  const rest = fields.length - shown;
  return `${fields.slice(0, shown).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}

/** A silo with what stands in it. */
export interface Branch {
  readonly silo: MapSilo;
  readonly systems: readonly MapSystem[];
  readonly branches: readonly Branch[];
}

/** Silos inside silos; systems of silos nobody declares stand outside. A circle of silos is cut where it begins. */
export function siloTree({ silos, systems }: Pick<EcosystemMap, 'silos' | 'systems'>): {
  readonly branches: readonly Branch[];
  readonly outside: readonly MapSystem[];
} {
  const known = new Set(silos.map(({ silo_id }) => silo_id));
  const placed = new Set<string>();
  const grow = (silo: MapSilo): Branch => {
    placed.add(silo.silo_id);
    const inside = silos.filter((one) => one.parent_silo_id === silo.silo_id && !placed.has(one.silo_id));
    return {
      silo,
      systems: systems.filter(({ silo_id }) => silo_id === silo.silo_id),
      branches: inside.map(grow),
    };
  };
  const isTop = ({ parent_silo_id }: MapSilo) => parent_silo_id === null || !known.has(parent_silo_id);
  const tops = silos.filter(isTop).map(grow);
  const circles = silos.flatMap((silo) => (placed.has(silo.silo_id) ? [] : [grow(silo)]));
  return { branches: [...tops, ...circles], outside: systems.filter(({ silo_id }) => !known.has(silo_id)) };
}
