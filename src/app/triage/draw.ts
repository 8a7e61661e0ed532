import { renderFigure } from '../../map/page/figure.js';
import { drawCauses } from '../../map/pictures/causes.js';
import { pictureStyles } from '../../map/pictures/styles.js';
import type { TriageGroup } from '../../model/triage.js';
import type { TriagePicture } from '../../report/triage/index.js';
import { openMap } from '../map.js';
import type { Run } from '../run-stages.js';

/** Causes on the map, numbered as they come, with the style sheet of pictures; undefined where none has a place on it. */
export async function drawTriage(
  run: Run,
  groups: readonly TriageGroup[],
): Promise<TriagePicture | undefined> {
  const causes = groups
    .map(({ title, places, path }, at) => ({
      number: at + 1,
      title,
      places,
      path: places.length > 0 ? path : [],
    }))
    .filter(({ places }) => places.length > 0);
  const picture = causes.length === 0 ? undefined : drawCauses(await openMap(run), causes);
  return picture && { markup: renderFigure(picture).text, styles: pictureStyles };
}
