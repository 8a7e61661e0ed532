import { cleanText } from './escape.js';
import { isolateBidi } from './escape-bidi.js';

/** What GitHub-flavoured Markdown, HTML in it or formulas in it would read as more than a letter within a line. */
const special = /[&<>\\`*_[\]|~$\u200b]/g;
const entity = (character: string): string => `&#${character.charCodeAt(0)};`;
const encode = (text: string): string => isolateBidi(text).replace(special, entity);

/** What a forge looks up after rendering: mentions, issues, links without brackets, names of emoji. */
const lookedUp = /[@#:](?=\S)|\b(?:GH-(?=\d)|www(?=\.))/giu;
const apart = (text: string): string => text.replace(lookedUp, (found) => `${found}\u200b`);

/** A text of an input as words of a paragraph or a table cell; nothing in it is markup, link or mention. */
export const markdownText = (text: string): string => encode(apart(cleanText(text).trim()));

/** A path, id or place, letter by letter; what would end the code or the table cell is spelt as HTML. */
export function markdownCode(text: string): string {
  const clean = cleanText(text).trim();
  if (clean === '') return '';
  return /[`|\\]/.test(clean) ? `<code>${encode(apart(clean))}</code>` : `\`${isolateBidi(clean)}\``;
}
