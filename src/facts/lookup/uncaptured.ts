import { listedIn } from './listed.js';

/** Everybody of whom no system holds anything about the channel of `system:<id>/<channel>`. */
export const uncaptured = listedIn('work_uncaptured', 'channel');
