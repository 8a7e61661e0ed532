import type { Part } from '../../../model/template.js';
import type { GateHit } from '../../check.js';
import { maskSilent, maskTags } from '../../mask-tags.js';

const component = /<(\/?)(mj(?:ml|-[a-z-]+))\b([^<>]*)>/gi;
/** Components without content; most people close them with a slash, and MJML takes them either way. */
const empty = /^mj-(?:image|divider|spacer|include|font|class|all|breakpoint)$/;

/** Whether a document of MJML stands here from beginning to end, and no branch has tags of its own. */
const isWhole = ({ markup, text, parsed }: Part): boolean =>
  markup === 'mjml' &&
  /<mjml[\s>]/i.test(text) &&
  /<\/mjml>/i.test(text) &&
  !parsed.tags.some(({ kind }) => kind === 'else');

const hitOf = (part: Part, name: string, start: number, end: number): GateHit => ({
  case: 'component',
  at: { part, span: { start, end } },
  about: name,
  args: { tag: part.text.slice(start, Math.min(end, start + 60)) },
});

/** Components that end with what is around them, or end without having begun: MJML is XML. */
export function* unclosedComponents(part: Part): Generator<GateHit> {
  if (!isWhole(part)) return;
  const open: { name: string; start: number; end: number }[] = [];
  for (const match of maskSilent(maskTags(part)).matchAll(component)) {
    const [whole, slash, written = '', rest = ''] = match;
    const name = written.toLowerCase();
    const [start, end] = [match.index, match.index + whole.length];
    if (empty.test(name) || rest.trimEnd().endsWith('/')) continue;
    if (slash === '') {
      open.push({ name, start, end });
      continue;
    }
    const at = open.findLastIndex((one) => one.name === name);
    if (at < 0) {
      yield hitOf(part, name, start, end);
      continue;
    }
    const inner = open.splice(at).slice(1).at(-1);
    if (inner) yield hitOf(part, inner.name, inner.start, inner.end);
  }
}
