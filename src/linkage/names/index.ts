/**
 * Names across scripts. For linking, `addSounds` gives a table's name columns a number that all spellings of one name
 * share: equal numbers are a level of agreement below the same letters, and a key for blocking. `nameForms` and `nameLevel`
 * answer for one pair, `nameTable` for distinct names.
 */
export { foldName } from './fold.js';
export { nameForms } from './forms.js';
export { nameLevel } from './level.js';
export { nameTable } from './name-table.js';
export { addSounds } from './sounds.js';
