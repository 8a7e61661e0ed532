export { type Found, findEcosystem, type LoadOptions, loadEcosystem, loadFound } from './load-ecosystem.js';
export { scaffold } from './scaffold.js';
export type { Loaded } from './types.js';
