import type { Part, Syntax } from '../../model/template.js';

/** Languages whose fields stand between the same signs. */
const families: Readonly<Record<string, readonly Syntax[]>> = {
  moustaches: ['handlebars', 'mustache', 'liquid', 'jinja', 'django', 'twig', 'nunjucks', 'go'],
  dollars: ['freemarker', 'velocity', 'thymeleaf', 'dollar'],
  blocks: ['erb', 'ejs'],
  braces: ['icu', 'messageformat', 'braces'],
};

const familyOf = (syntax: Syntax): string =>
  Object.entries(families).find(([, list]) => list.includes(syntax))?.[0] ?? syntax;

const familiesOf = (parts: readonly Part[]): Set<string> =>
  new Set(parts.filter(({ parsed }) => parsed.uses.length > 0).map(({ parsed }) => familyOf(parsed.syntax)));

/** Whether the fields of two texts, both of which have some, stand between other signs, so that one engine cannot read both. */
export function haveOtherSigils(ones: readonly Part[], others: readonly Part[]): boolean {
  const [mine, theirs] = [familiesOf(ones), familiesOf(others)];
  return mine.size > 0 && theirs.size > 0 && [...mine].every((family) => !theirs.has(family));
}
