import type { Roadmap } from '../../model/roadmap-report.js';
import type { WorkshopFinding } from '../../model/workshop.js';
import type { RoadmapTexts } from '../../rules/read-roadmap-texts.js';
import type { Base } from './read-base.js';
import type { Weighing } from './weighing.js';

/** What an initiative is told from. */
export interface Telling {
  readonly base: Base;
  readonly weighing: Weighing;
  readonly texts: RoadmapTexts;
  readonly latency: string;
  readonly workshop: readonly WorkshopFinding[];
  readonly waves: Roadmap['waves'];
}
