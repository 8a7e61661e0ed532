import { random } from '../random.js';
import type { World } from '../world/types.js';

/** The world as its inventory has it, when nobody entered so many percent of the flows between stores. */
export function listed(world: World, seed: number, percent: number): World {
  if (percent === 0) return world;
  const isStore = (id: string) => world.stores.some((store) => store.id === id);
  const between = world.flows.filter((flow) => isStore(flow.from) && isStore(flow.to));
  const missing = new Set(
    between
      .map(({ id }) => ({ id, turn: random(seed, 'unlisted', id).next() }))
      .sort((a, b) => a.turn - b.turn)
      .slice(0, Math.round((between.length * percent) / 100))
      .map(({ id }) => id),
  );
  return { ...world, flows: world.flows.filter(({ id }) => !missing.has(id)) };
}
