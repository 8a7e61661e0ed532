import type { Part, Span, Syntax } from '../../../model/template.js';

/** A placeholder of another language than the one a text is written in. */
export interface Foreign extends Span {
  readonly name: string;
  readonly style: Syntax;
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.]{0,60}`;
const style = (syntax: Syntax, sign: string): readonly [Syntax, RegExp] => [syntax, new RegExp(sign, 'gu')];

/** Signs that hardly anybody writes without meaning a placeholder. */
const styles: readonly (readonly [Syntax, RegExp])[] = [
  style('handlebars', String.raw`(?<!\{)\{\{\s?(?<name>${name})\s?\}\}(?!\})`),
  style('percent', String.raw`%\{(?<name>${name})\}`),
  style('printf', String.raw`%\((?<name>${name})\)[sd]`),
  style('dollar', String.raw`\$\{(?<name>${name})\}`),
  style('ampscript', String.raw`(?<![%\p{N}])%%(?<name>${name})%%(?!%)`),
  style('erb', String.raw`<%=\s?@?(?<name>${name})\s?%>`),
];

const curly = new Set<Syntax>([
  'handlebars',
  'mustache',
  'liquid',
  'jinja',
  'django',
  'twig',
  'nunjucks',
  'go',
]);

/** Whether a style is another one than a language's own. */
function isOther(found: Syntax, own: Syntax): boolean {
  if (found === own || own === 'none') return false;
  if (found === 'handlebars') return !curly.has(own);
  if (found === 'dollar') return !['freemarker', 'velocity', 'thymeleaf', 'ejs', 'liquid'].includes(own);
  if (found === 'erb') return own !== 'ejs' && own !== 'messageformat';
  return true;
}

/** Placeholders of other languages outside the tags of a part's own. */
export function foreignPlaceholders({ text, parsed }: Part): Foreign[] {
  if (parsed.uses.length === 0) return [];
  const found: Foreign[] = [];
  for (const [syntax, sign] of styles) {
    if (!isOther(syntax, parsed.syntax)) continue;
    for (const match of text.matchAll(sign)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const isInside = parsed.tags.some((tag) => tag.start <= span.start && span.end <= tag.end);
      if (!isInside) found.push({ ...span, name: match.groups!.name!, style: syntax });
    }
  }
  return found;
}
