export { type LoadOptions, loadEcosystem } from './load-ecosystem.js';
export type { Loaded, Progress } from './types.js';
