import type { Unit } from './units.js';

const most = 8;

const collapse = (classes: string): string => classes.replace(/(.)\1+/gu, '$1');

/** Continues every key by every class; what would make too many keys takes the likeliest class only. */
const extend = (keys: readonly string[], classes: readonly string[]): string[] =>
  (keys.length * classes.length > most ? classes.slice(0, 1) : classes).flatMap((one) =>
    keys.map((key) => key + one),
  );

/**
 * The consonants of a name by classes of sounds that scripts and languages confuse, without vowels, h, w, y and
 * doubles; several where a letter may be one of several (th, g, c), the likeliest first. `-` where there is none.
 */
export function skeletonsOf(units: readonly Unit[]): string[] {
  const keys = units.reduce<string[]>((soFar, unit) => extend(soFar, unit.classes), ['']);
  return [...new Set(keys.map((key) => collapse(key) || '-'))];
}
