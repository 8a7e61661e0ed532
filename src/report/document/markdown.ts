import { markdownCode as code, markdownText as text } from '../../text/escape-markdown.js';
import { headOfList, row } from '../markdown/table.js';
import type { DocumentSection, DocumentTable } from './section.js';

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

/** One part of a report as lines of Markdown. */
export function section({
  title,
  paragraphs = [],
  facts = [],
  items = [],
  tables = [],
  commands = [],
}: DocumentSection): string[] {
  const told = facts.filter(([, value]) => value !== '');
  return [
    `## ${text(title)}`,
    '',
    ...paragraphs.flatMap((paragraph) => [text(paragraph), '']),
    ...told.map(([term, value]) => `- **${text(term)}**: ${text(value)}`),
    ...(told.length > 0 ? [''] : []),
    ...list(items),
    ...(items.length > 0 ? [''] : []),
    ...tables.flatMap(table),
    ...commands.map((command) => `- ${code(command)}`),
    ...(commands.length > 0 ? [''] : []),
  ];
}
