import { listedIn } from './listed.js';

/** Everybody whose choice or detail took its old value again, of `system:<id>/<field>`, with the record that did so. */
export const putBack = listedIn('work_put_back', 'field');
