export type * from './types.js';
export { roles } from './types.js';
