import type { Part } from '../../../model/template.js';
import type { GateHit } from '../../check.js';
import { maskSilent, maskTags } from '../../mask-tags.js';
import { OpenTags } from './open-tags.js';

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
  const open = new OpenTags();
  for (const match of maskSilent(maskTags(part)).matchAll(component)) {
    const [whole, slash, written = '', rest = ''] = match;
    const name = written.toLowerCase();
    const [start, end] = [match.index, match.index + whole.length];
    if (empty.test(name) || rest.trimEnd().endsWith('/')) continue;
    if (slash === '') {
      open.begin({ name, start, end });
      continue;
    }
    const inside = open.close(name);
    if (!inside) {
      yield hitOf(part, name, start, end);
      continue;
    }
    const inner = inside.at(-1);
    if (inner) yield hitOf(part, inner.name, inner.start, inner.end);
  }
}
