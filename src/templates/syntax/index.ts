import type { ParsedText, Syntax } from '../../model/template.js';
import { parseMoustaches } from './moustaches.js';

/** Reads a text as its engine would; what cannot be read is a problem with a place, and never an error. */
export function parseTemplate(text: string, syntax: Syntax): ParsedText {
  if (syntax === 'none')
    return { syntax, tags: [], uses: [], includes: [], helpers: [], plurals: [], problems: [] };
  return parseMoustaches(text, syntax);
}

/** The template language of a text, told by the file's name and by what stands in it. */
export const recogniseSyntax = (_path: string, text: string): Syntax =>
  text.includes('{{') ? 'handlebars' : 'none';
