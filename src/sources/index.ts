export { type LoadOptions, loadEcosystem } from './load-ecosystem.js';
export { scaffold } from './scaffold.js';
export type { Loaded } from './types.js';
