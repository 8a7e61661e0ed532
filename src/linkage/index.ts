export { linkRecords } from './link-records.js';
export type * from './types.js';
export { roles } from './types.js';
