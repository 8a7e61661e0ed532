import type { GateFinding, GatePlace } from '../../model/gate-report.js';
import { configurationLine, type Line, pathFrom } from '../parts/repository.js';

/** A place as a build server knows it: its path as seen from where unsilo runs. */
export type Seen = Omit<GatePlace, 'excerpt'>;

/** Places of a finding inside the repository. */
export const seenPlaces = (places: readonly GatePlace[], folder = ''): Seen[] =>
  places.flatMap(({ excerpt: _, ...place }) => {
    const file = pathFrom(folder, place.file);
    return file === undefined ? [] : [{ ...place, file }];
  });

/** The line a finding is shown at; without a place inside the repository, the settings. */
export function lineOf({ places }: Pick<GateFinding, 'places'>, folder?: string): Line {
  const [first] = seenPlaces(places, folder);
  return first ? { path: first.file, line: first.line, column: '' } : configurationLine(folder);
}
