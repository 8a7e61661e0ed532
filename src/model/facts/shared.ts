import { integer, must, text } from '../column.js';

export const field = must(text('field path'));
export const from = must(text('system that has the newer or winning value'));
export const to = must(text('system that should have it'));
export const path = text('`system|system|…` from giver to receiver, empty when there is none');
/** JSON `[{"file":"…","row":2,"column":"…"}]`, at most ten, in order of file and row. */
export const evidence = must(text('places in the inputs'));
export const count = (doc: string) => must(integer(doc));
