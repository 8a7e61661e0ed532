/**
 * Names across scripts. `nameTable` is for linking: give it the distinct values of a name column (all columns of names
 * together, so that swapped ones meet) and join its rows to the records: equal `folded` is one spelling, equal `block`
 * is worth a comparison, and `alike` lists the other spellings of the name. Needed only where `needSounds` says so.
 * `nameForms` and `nameLevel` answer for one pair.
 */
export { foldName } from './fold.js';
export { type NameForms, nameForms } from './forms.js';
export { type NameLevel, nameLevel } from './level.js';
export { type NameLink, nameLinks } from './links.js';
export { type NameRow, nameTable, needSounds } from './name-table.js';
