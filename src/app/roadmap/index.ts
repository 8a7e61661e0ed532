export { planRoadmap, type RoadmapRequest } from './plan.js';
export { tryFuture } from './try-future.js';
