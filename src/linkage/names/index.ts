/**
 * Names across scripts. `nameForms` gives what one name is compared by: `folded` (plain letters of its script) and
 * `skeletons` (blocking keys). `nameLevel` compares two, `nameLinks` finds the spellings of one name among distinct values.
 */

export { foldName } from './fold.js';
export { type NameForms, nameForms } from './forms.js';
export { type NameLevel, nameLevel } from './level.js';
export { type NameLink, nameLinks } from './links.js';
