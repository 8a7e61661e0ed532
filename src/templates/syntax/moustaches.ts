import type { FieldUse, ParsedText, Syntax, Tag } from '../../model/template.js';

const tag = /\{\{\{?\s*([#/^!>&]?)\s*([\w.@-]*)[^}]*\}?\}\}/g;
const kinds: Readonly<Record<string, Tag['kind']>> = {
  '': 'output',
  '&': 'output',
  '#': 'open',
  '^': 'open',
  '/': 'close',
  '!': 'comment',
  '>': 'include',
};

/** Tags between double braces. */
export function parseMoustaches(text: string, syntax: Syntax): ParsedText {
  const tags: Tag[] = [];
  const uses: FieldUse[] = [];
  for (const match of text.matchAll(tag)) {
    const [whole, sigil = '', name = ''] = match;
    const span = { start: match.index, end: match.index + whole.length };
    const kind = kinds[sigil]!;
    tags.push({ ...span, kind });
    const start = match.index + whole.indexOf(name);
    if (kind === 'output')
      uses.push({
        start,
        end: start + name.length,
        name,
        tag: span,
        role: 'output',
        filters: [],
        raw: whole.startsWith('{{{'),
        fallback: false,
        local: false,
      });
  }
  return { syntax, tags, uses, includes: [], helpers: [], plurals: [], problems: [] };
}
