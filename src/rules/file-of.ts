import type { Rule } from '../model/rule.js';

/** A file of a rule as errors name it: below the folder that unsilo.yaml names, or below the packs of unsilo. */
export const fileOf = ({ id, foreign }: Rule, name: string): string =>
  [...(foreign ? [foreign.folder] : []), id, name].join('/');
