import { foldText } from './fold.js';

/** Where a phrase ends in a text; of a phrase that stands there often, the first places. */
export type Ends = readonly number[];

/** Places of one phrase that are looked at. */
const mostPlaces = 12;

/** Finds which of all phrases a folded text has, in one pass over it. */
export interface PhraseFinder {
  /** By number of the phrase. */
  find(folded: string): ReadonlyMap<number, Ends>;
}

const scripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * A phrase as it stands in a folded text. Words are whole unless a `*` at an end leaves them open; scripts without blanks
 * have no words.
 */
export function foldPhrase(phrase: string): string {
  const folded = foldText(phrase);
  const open = scripts.test(folded);
  const start = open || phrase.startsWith('*') ? folded.trimStart() : folded;
  return open || phrase.endsWith('*') ? start.trimEnd() : start;
}

interface Node {
  readonly next: Map<number, Node>;
  fail: Node | undefined;
  /** Numbers of the phrases that end here, those of shorter ends among them. */
  ends: readonly number[];
}

const createNode = (): Node => ({ next: new Map(), fail: undefined, ends: [] });

function addPhrase(root: Node, phrase: string, number: number): void {
  let node = root;
  for (let i = 0; i < phrase.length; i++) {
    const letter = phrase.charCodeAt(i);
    let next = node.next.get(letter);
    if (next === undefined) {
      next = createNode();
      node.next.set(letter, next);
    }
    node = next;
  }
  node.ends = [...node.ends, number];
}

/** The node for the longest end of what was read that is also a beginning of a phrase. */
function step(node: Node | undefined, letter: number, root: Node): Node {
  for (let from = node; from !== undefined; from = from.fail) {
    const next = from.next.get(letter);
    if (next !== undefined) return next;
  }
  return root;
}

function linkFailures(root: Node): void {
  const open = [root];
  for (let at = open.shift(); at !== undefined; at = open.shift())
    for (const [letter, next] of at.next) {
      next.fail = at === root ? root : step(at.fail, letter, root);
      next.ends = [...next.ends, ...next.fail.ends];
      open.push(next);
    }
}

/** A finder for folded phrases, by the automaton of Aho and Corasick (1975): its time does not grow with the phrases. */
export function createPhraseFinder(phrases: readonly string[]): PhraseFinder {
  const root = createNode();
  phrases.forEach((phrase, number) => {
    addPhrase(root, phrase, number);
  });
  linkFailures(root);
  const find = (folded: string): Map<number, Ends> => {
    const places = new Map<number, number[]>();
    let node = root;
    for (let i = 0; i < folded.length; i++) {
      node = node.next.get(folded.charCodeAt(i)) ?? step(node.fail, folded.charCodeAt(i), root);
      for (const number of node.ends) {
        const ends = places.get(number);
        if (ends === undefined) places.set(number, [i + 1]);
        else if (ends.length < mostPlaces) ends.push(i + 1);
      }
    }
    return places;
  };
  return { find };
}
