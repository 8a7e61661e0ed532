import type { Part, Span, SyntaxProblem } from '../../model/template.js';
import { Library, shared } from './library.js';

/** A text that another is put together with, and where that is said; no place where a layout is only implied. */
interface Edge {
  readonly to: Part;
  readonly at?: Span;
  /** It stands in a block that may be left out, so it may lead back to its beginning. */
  readonly conditional: boolean;
}

/** A text of more pieces is taken for an attack, and what goes on is left out: every rule reads all of them. */
const most = 50;

/** Everything a part is put together with, each once; an include that comes back to its start is cut. */
function closure(part: Part, direct: (part: Part) => readonly Edge[]): Part[] {
  const seen = new Set([part]);
  const queue = direct(part).map(({ to }) => to);
  for (let i = 0; i < queue.length && seen.size <= most; i++) {
    const next = queue[i]!;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { to } of direct(next)) queue.push(to);
  }
  seen.delete(part);
  return [...seen];
}

const yields = /\b(?:yield|content_for_layout|body|content|contents|main)\b/;

/** Layouts that show a text where they say so, and that texts of their folder come in without naming them. */
const impliedLayouts = (parts: readonly Part[]): Part[] =>
  parts.filter(
    ({ name, text, parsed, key }) =>
      key === '' &&
      name === 'layout' &&
      parsed.tags.some(({ kind, start, end }) => kind !== 'comment' && yields.test(text.slice(start, end))),
  );

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The only layout above a mail's text that names none, and is no document of its own. */
function impliedFor(part: Part, layouts: readonly Part[]): Part[] {
  if (part.key !== '' || part.channel !== 'email' || (part.name !== 'html' && part.name !== 'text'))
    return [];
  if (part.elements.some(({ name }) => name === 'html' || name === 'mjml')) return [];
  const fits = layouts.filter(({ markup, locale, file: { path } }) => {
    const near = Math.max(1, path.split('/').length - 2);
    const fitsPart = markup === part.markup && (locale === '' || locale === part.locale);
    return fitsPart && shared(folderOf(path), folderOf(part.file.path)) >= near;
  });
  return fits.length === 1 ? fits : [];
}

/** Includes of the engine, and those of MJML. */
function namedIn({ parsed, elements }: Part): (Span & { readonly name: string })[] {
  const own = elements.flatMap(({ name, attributes }) => {
    const path = name === 'mj-include' ? attributes.get('path') : undefined;
    return path ? [{ name: path.value, ...path.valueAt }] : [];
  });
  return [...parsed.includes, ...own];
}

function isConditional({ parsed: { tags } }: Part, { start }: Span): boolean {
  let depth = 0;
  for (const tag of tags) {
    if (tag.start >= start) break;
    if (tag.kind === 'open') depth++;
    else if (tag.kind === 'close') depth--;
  }
  return depth > 0;
}

/** Tells what a part names or implies; each part is looked at once. */
function createDirect(parts: readonly Part[]): (part: Part) => readonly Edge[] {
  const layouts = impliedLayouts(parts);
  const library = new Library(parts);
  const known = new Map<Part, readonly Edge[]>();
  return (part) => {
    const before = known.get(part);
    if (before) return before;
    const named = namedIn(part).flatMap((at): Edge[] => {
      const to = library.find(part, at.name);
      return to ? [{ to, at, conditional: isConditional(part, at) }] : [];
    });
    const hasLayout = part.parsed.includes.some(({ kind }) => kind === 'layout');
    const implied = hasLayout ? [] : impliedFor(part, layouts);
    const edges = [...named, ...implied.map((to): Edge => ({ to, conditional: false }))];
    known.set(part, edges);
    return edges;
  };
}

/** Includes that bring a text back into itself whatever its values are. */
function circlesOf(part: Part, direct: (part: Part) => readonly Edge[]): SyntaxProblem[] {
  const always = (one: Part): Edge[] => direct(one).filter(({ conditional }) => !conditional);
  return always(part).flatMap(({ to, at }): SyntaxProblem[] => {
    if (!at || (to !== part && !closure(to, always).includes(part))) return [];
    const message = `${part.file.path} includes itself${to === part ? '' : ` by way of ${to.file.path}`}.`;
    return [{ start: at.start, end: at.end, kind: 'parse', message }];
  });
}

/** The parts with what they are put together with. */
export function resolveIncludes(parts: readonly Part[]): Part[] {
  const direct = createDirect(parts);
  const made = new Map<Part, Part>();
  const joined: { readonly part: Part; readonly included: Part[] }[] = [];
  for (const part of parts) {
    made.set(part, part);
    if (direct(part).length === 0) continue;
    const circles = circlesOf(part, direct);
    const parsed = { ...part.parsed, problems: [...part.parsed.problems, ...circles] };
    const included: Part[] = [];
    made.set(part, { ...part, included, ...(circles.length > 0 && { parsed }) });
    joined.push({ part, included });
  }
  for (const { part, included } of joined)
    included.push(...closure(part, direct).map((other) => made.get(other)!));
  return [...made.values()];
}
