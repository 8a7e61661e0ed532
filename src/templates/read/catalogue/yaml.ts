import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { align } from './align.js';
import { type Catalogue, deepest, type Entry } from './entry.js';

/** The stretch of a scalar without its quotes, or without the head of a block. */
function inner(text: string, scalar: Scalar): { start: number; end: number } {
  const [start = 0, end = 0] = scalar.range ?? [];
  if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE')
    return { start: start + 1, end: end - 1 };
  if (scalar.type !== 'BLOCK_LITERAL' && scalar.type !== 'BLOCK_FOLDED') return { start, end };
  return { start: text.indexOf('\n', start) + 1 || end, end };
}

function addTexts(node: unknown, path: readonly string[], text: string, found: Entry[]): void {
  if (path.length > deepest || isAlias(node)) return;
  if (isMap(node))
    for (const pair of node.items) addTexts(pair.value, [...path, keyOf(pair.key)], text, found);
  else if (isSeq(node))
    for (const [i, item] of node.items.entries()) {
      if (!isPair(item)) addTexts(item, [...path, String(i)], text, found);
    }
  else if (isScalar(node) && typeof node.value === 'string') {
    const made = align(node.value, text, inner(text, node), node.type === 'QUOTE_DOUBLE');
    found.push({ path, text: made.text, toFile: made.toText });
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
  const entries: Entry[] = [];
  addTexts(document.contents, [], text, entries);
  if (!error) return { entries };
  const [start, end] = error.pos;
  const message = `${error.message.split('\n')[0]!.replace(/ at line.*|[.:]$/g, '')}.`;
  return { entries, problem: { start, end: Math.max(end, start + 1), message } };
}
