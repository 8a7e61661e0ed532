import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { headOfList, row } from '../markdown/table.js';
import type { DocumentArticle, DocumentSection, DocumentTable } from './section.js';

/** Lines as the text of a file. */
export const finish = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`;

export const list = (items: readonly string[]): string[] => items.map((item) => `- ${text(item)}`);

const table = ({ caption, heads, rows }: DocumentTable): string[] => [
  `${text(caption)}:`,
  '',
  ...headOfList(heads.map(text)),
  ...rows.map((cells) => row(cells.map(text))),
  '',
];

const factLines = (facts: DocumentArticle['facts']): string[] => {
  const told = facts.filter(([, value]) => value !== '');
  return [
    ...told.map(([term, value]) => `- **${text(term)}**: ${text(value)}`),
    ...(told.length > 0 ? [''] : []),
  ];
};

const article = ({ title, kicker, paragraphs, facts }: DocumentArticle): string[] => [
  `### ${text(title)}`,
  '',
  ...(kicker === '' ? [] : [text(kicker), '']),
  ...paragraphs.flatMap((paragraph) => [text(paragraph), '']),
  ...factLines(facts),
];

/** One part of a report as lines of Markdown. */
export function section({
  title,
  paragraphs = [],
  facts = [],
  items = [],
  tables = [],
  commands = [],
  articles = [],
}: DocumentSection): string[] {
  return [
    `## ${text(title)}`,
    '',
    ...paragraphs.flatMap((paragraph) => [text(paragraph), '']),
    ...factLines(facts),
    ...list(items),
    ...(items.length > 0 ? [''] : []),
    ...tables.flatMap(table),
    ...commands.map((command) => `- ${code(command)}`),
    ...(commands.length > 0 ? [''] : []),
    ...articles.flatMap(article),
  ];
}
