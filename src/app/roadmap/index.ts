export { gatherMaterial } from './material/index.js';
export { planRoadmap } from './plan.js';
export { tryFuture } from './try-future.js';
