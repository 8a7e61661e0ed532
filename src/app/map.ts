import { type Atlas, type Estate, openAtlas } from '../map/estate.js';
import { countPersons, readEstate } from './map/read-estate.js';
import { type Announce, type RunRequest, withRun } from './run-stages.js';

export interface MapRun {
  readonly atlas: Atlas;
  /** Distinct persons with a record in at least one of the systems. */
  countPersons(systems: readonly string[]): Promise<number>;
}

/** Runs the audit and hands the map of its ecosystem to `use`. */
export async function withMap<T>(
  request: RunRequest,
  announce: Announce,
  use: (run: MapRun) => Promise<T>,
): Promise<T> {
  return withRun(request, announce, async (run) => {
    const estate: Estate = await readEstate(run);
    announce('drawing the map');
    return use({
      atlas: openAtlas(estate),
      countPersons: (systems) => countPersons(run.store, systems),
    });
  });
}
