import { type Atlas, type Demand, openAtlas } from '../../src/map/estate.js';
import { type Size, seededMap } from './seeded-map.js';

/** The demands of an inventory as its graph answers them. */
function demandsOf(atlas: Atlas): Demand[] {
  const { graph } = atlas;
  return graph.fields.flatMap((field) =>
    graph.collectors(field).flatMap((from) =>
      graph
        .holders(field)
        .filter((to) => to !== from)
        .map((to) => {
          const way = graph.way(from, to, field);
          const agreed_s = graph.agreed(field);
          return {
            field,
            from,
            to,
            latency_s: way?.latency ?? null,
            agreed_s,
            met: way !== undefined && (way.latency ?? 0) <= agreed_s,
            path: way?.systems ?? [],
          };
        }),
    ),
  );
}

/** A seeded inventory with what its graph says; nobody was found in it. */
export function seededAtlas(size: Size): Atlas {
  const bare = {
    map: seededMap(size),
    demands: [],
    loops: [],
    findings: [],
    persons: 0,
    inConflict: new Map(),
  };
  return openAtlas({ ...bare, demands: demandsOf(openAtlas(bare)) });
}

export const sizes: Readonly<Record<string, Size>> = {
  '30': { systems: 30, flows: 110, fields: 20, silos: 8, seed: 1 },
  '150': { systems: 150, flows: 600, fields: 30, silos: 16, seed: 2 },
  '500': { systems: 500, flows: 3000, fields: 40, silos: 30, seed: 3 },
};
