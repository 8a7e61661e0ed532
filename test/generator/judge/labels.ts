import type { Year } from '../simulate/run.js';
import type { World } from '../world/types.js';
import { answerLabels } from './answers.js';
import { collectionLabels } from './collection.js';
import { communicationLabels } from './communications.js';
import { estateLabels } from './estate.js';
import { feedbackLabels } from './feedback.js';
import { knownPreferenceLabels } from './known/preferences.js';
import { mapLabels } from './map.js';
import { messageLabels } from './messages.js';
import { observedLabels } from './observed.js';
import { placeLabels } from './places.js';
import { preferenceLabels } from './preferences.js';
import { trafficLabels } from './traffic.js';
import { compareLabels, type Label } from './types.js';

/** Everything an audit of this world must find, sorted; nothing else may be found. */
export const labelsOf = (world: World, year: Year): Label[] =>
  [
    ...(world.life ? knownPreferenceLabels(world, year) : preferenceLabels(world, year)),
    ...collectionLabels(world),
    ...feedbackLabels(world),
    ...messageLabels(year),
    ...estateLabels(world),
    ...mapLabels(world),
    ...trafficLabels(year),
    ...communicationLabels(world, year),
    ...observedLabels(world, year),
    ...answerLabels(world, year),
    ...placeLabels(world, year),
  ].sort(compareLabels);
