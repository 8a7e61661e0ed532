export { gatherMaterial } from './material/index.js';
export { planRoadmap } from './plan.js';
export { type Applied, tryFuture } from './try-future.js';
