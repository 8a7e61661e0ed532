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

/** Small letters, digits and the blank stand in rows of their own; other letters are looked up. */
const columns = 37;

function columnOf(letter: number): number {
  if (letter >= 97 && letter <= 122) return letter - 97;
  if (letter >= 48 && letter <= 57) return letter - 22;
  return letter === 32 ? 36 : -1;
}

/** Beginnings of phrases as numbered nodes; 0 is the empty one. */
interface Trie {
  readonly children: Map<number, number>[];
  readonly ends: number[][];
}

function addPhrase({ children, ends }: Trie, phrase: string, number: number): void {
  let node = 0;
  for (let i = 0; i < phrase.length; i++) {
    const letter = phrase.charCodeAt(i);
    let next = children[node]!.get(letter);
    if (next === undefined) {
      next = children.push(new Map()) - 1;
      ends.push([]);
      children[node]!.set(letter, next);
    }
    node = next;
  }
  ends[node]!.push(number);
}

/** A trie with, for each node, the longest end of it that is a node too, and where each usual letter leads. */
interface Automaton extends Trie {
  readonly fails: Int32Array;
  readonly rows: Int32Array;
}

function stepFrom({ children, fails, rows }: Automaton, node: number, letter: number): number {
  const column = columnOf(letter);
  if (column >= 0) return rows[node * columns + column]!;
  for (let from = node; ; from = fails[from]!) {
    const next = children[from]!.get(letter);
    if (next !== undefined) return next;
    if (from === 0) return 0;
  }
}

/** Fills in the children of a node; what the node itself cannot go on with, its longest end may. */
function openNode(automaton: Automaton, node: number): void {
  const { children, ends, fails, rows } = automaton;
  for (const [letter, next] of children[node]!) {
    const fail = node === 0 ? 0 : stepFrom(automaton, fails[node]!, letter);
    fails[next] = fail;
    ends[next]!.push(...ends[fail]!);
  }
  const fail = fails[node]! * columns;
  if (node !== 0) rows.copyWithin(node * columns, fail, fail + columns);
  for (const [letter, next] of children[node]!) {
    const column = columnOf(letter);
    if (column >= 0) rows[node * columns + column] = next;
  }
}

function createAutomaton(phrases: readonly string[]): Automaton {
  const trie: Trie = { children: [new Map()], ends: [[]] };
  phrases.forEach((phrase, number) => {
    addPhrase(trie, phrase, number);
  });
  const size = trie.children.length;
  const automaton = { ...trie, fails: new Int32Array(size), rows: new Int32Array(size * columns) };
  const open = [0];
  for (let i = 0; i < open.length; i++) {
    openNode(automaton, open[i]!);
    open.push(...trie.children[open[i]!]!.values());
  }
  return automaton;
}

/** A finder for folded phrases, by the automaton of Aho and Corasick (1975): its time does not grow with the phrases. */
export function createPhraseFinder(phrases: readonly string[]): PhraseFinder {
  const automaton = createAutomaton(phrases);
  const find = (folded: string): Map<number, Ends> => {
    const places = new Map<number, number[]>();
    let node = 0;
    for (let i = 0; i < folded.length; i++) {
      node = stepFrom(automaton, node, folded.charCodeAt(i));
      for (const number of automaton.ends[node]!) {
        const ends = places.get(number);
        if (ends === undefined) places.set(number, [i + 1]);
        else if (ends.length < mostPlaces) ends.push(i + 1);
      }
    }
    return places;
  };
  return { find };
}
