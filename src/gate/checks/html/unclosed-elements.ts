import type { Part } from '../../../model/template.js';
import type { GateHit } from '../../check.js';
import { maskSilent, maskTags } from '../../mask-tags.js';
import { firstFrom } from '../../within.js';
import { type OpenTag, OpenTags } from './open-tags.js';

/** Elements within a line of text: HTML lets none of their ends be left out. */
const inline = new Set('a b strong em i u span font small sub sup button label'.split(' '));
/** Elements around them that need their end too. */
const strict = new Set('div table h1 h2 h3 h4 h5 h6 blockquote ul ol'.split(' '));
/** Elements whose end ends every line in them. */
const around = new Set([...strict, ...'p td th li tr body html'.split(' ')]);
const element = /<(\/?)([a-z][a-z0-9]*)\b((?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>/gi;

const hitOf = (part: Part, { name, start, end }: OpenTag): GateHit => ({
  case: 'element',
  at: { part, span: { start, end } },
  about: name,
  args: { tag: part.text.slice(start, Math.min(end, start + 60)) },
});

/** Whether a branch or a loop begins, turns or ends between two places, so that tags there come in pairs by it. */
function createHasBranch({ parsed }: Part): (from: number, to: number) => boolean {
  const branches = parsed.tags.filter(({ kind }) => kind !== 'output' && kind !== 'comment');
  return (from, to) => (branches[firstFrom(branches, from)]?.start ?? to) < to;
}

/** Elements that are open where what they stand in ends, and ends within a line that were never begun in it. */
export function* unclosedElements(part: Part): Generator<GateHit> {
  if (part.markup === 'text' || !part.text.includes('<')) return;
  const hasBranch = createHasBranch(part);
  const open = new OpenTags((name) => around.has(name));
  for (const match of maskSilent(maskTags(part)).matchAll(element)) {
    const [whole, slash, written = '', rest = ''] = match;
    const one = { name: written.toLowerCase(), start: match.index, end: match.index + whole.length };
    const isInline = inline.has(one.name);
    if ((!isInline && !around.has(one.name)) || rest.trimEnd().endsWith('/')) continue;
    if (slash === '') {
      open.begin(one);
      continue;
    }
    if (isInline) {
      const { block } = open;
      if (!open.drop(one.name) && block && !hasBranch(block.start, one.start)) yield hitOf(part, one);
      continue;
    }
    const left = open.close(one.name)?.find(({ name }) => inline.has(name) || strict.has(name));
    if (left && !hasBranch(left.start, one.start)) yield hitOf(part, left);
  }
}
