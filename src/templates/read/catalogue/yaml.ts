import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { RepeatedKey } from '../../../model/template.js';
import { align } from './align.js';
import { type Catalogue, deepest, type Entry } from './entry.js';
import { Keys } from './repeats.js';

/** The stretch of a scalar without its quotes, or without the head of a block. */
function inner(text: string, scalar: Scalar): { start: number; end: number } {
  const [start = 0, end = 0] = scalar.range ?? [];
  if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE')
    return { start: start + 1, end: end - 1 };
  if (scalar.type !== 'BLOCK_LITERAL' && scalar.type !== 'BLOCK_FOLDED') return { start, end };
  return { start: text.indexOf('\n', start) + 1 || end, end };
}

interface Found {
  readonly entries: Entry[];
  readonly repeats: RepeatedKey[];
}

/** Keys of a mapping that stand in it twice; a mapping may be merged in as often as one likes. */
function noteKeys({ items }: YAMLMap, repeats: RepeatedKey[]): void {
  const own = new Keys(repeats);
  for (const { key } of items)
    if (isScalar(key) && key.range && keyOf(key) !== '<<')
      own.note(keyOf(key), { start: key.range[0], end: key.range[1] });
}

function addTexts(node: unknown, path: readonly string[], text: string, found: Found): void {
  if (path.length > deepest || isAlias(node)) return;
  if (isMap(node)) {
    noteKeys(node, found.repeats);
    for (const pair of node.items) addTexts(pair.value, [...path, keyOf(pair.key)], text, found);
  } else if (isSeq(node))
    for (const [i, item] of node.items.entries()) {
      if (!isPair(item)) addTexts(item, [...path, String(i)], text, found);
    }
  else if (isScalar(node) && typeof node.value === 'string') {
    const made = align(node.value, text, inner(text, node), node.type === 'QUOTE_DOUBLE');
    found.entries.push({ path, text: made.text, toFile: made.toText });
  }
}

const keyOf = (key: unknown): string => String(isScalar(key) ? (key.source ?? key.value) : key);

/** Reads YAML; keys stay as they are written (`no` is Norwegian), aliases and merges are left to their anchors. */
export function readYamlTexts(text: string): Catalogue {
  const document = parseDocument<Node>(text, {
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
    schema: 'core',
  });
  const [error] = document.errors;
  const found: Found = { entries: [], repeats: [] };
  addTexts(document.contents, [], text, found);
  if (!error) return found;
  const [start, end] = error.pos;
  const message = `${error.message.split('\n')[0]!.replace(/ at line.*|[.:]$/g, '')}.`;
  return { ...found, problem: { start, end: Math.max(end, start + 1), message } };
}
