import type { Triage, TriageGroup } from '../../model/triage.js';
import { cleanDeep } from '../../text/escape.js';
import type { DocumentSection, DocumentTable } from '../document/section.js';
import { displayWidth } from '../parts/width.js';
import { labelled, pad } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import type { Brief } from './brief.js';
import { documentOf } from './document.js';
import { finish, type ScreenOptions } from './terminal.js';

type Screen = Omit<ScreenOptions, 'all'>;

const indent = 27;
const unlimited = 200;

function table({ caption, heads, rows }: DocumentTable, style: Style): string[] {
  const widths = heads.map((head, at) =>
    Math.max(...[head, ...rows.map((cells) => cells[at] ?? '')].map(displayWidth)),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => pad(cell, widths[at]!)).join('  ');
  return [
    `  ${style.chalk.dim(caption)}`,
    ...[heads, ...rows].flatMap((cells) => labelled(style, '', 4, line(cells).trimEnd(), 3)),
  ];
}

const item = (text: string, style: Style): string[] => labelled(style, '  -', 4, text, unlimited);

function section(part: DocumentSection, style: Style): string[] {
  const { title, paragraphs = [], facts = [], items = [], tables = [], commands = [] } = part;
  return [
    style.chalk.bold(title),
    ...paragraphs.flatMap((text) => labelled(style, '', 2, text, unlimited)),
    ...facts.flatMap(([term, text]) =>
      labelled(style, `  ${term}`, Math.max(indent, term.length + 4), text, unlimited),
    ),
    ...items.flatMap((text) => item(text, style)),
    ...tables.flatMap((one) => table(one, style)),
    ...commands.map((command) => `  ${command}`),
    '',
  ];
}

/** The root-cause report of a group for a terminal. */
export function renderShowTerminal(group: TriageGroup, triage: Triage, screen: Screen): string {
  const style = createStyle(screen.color, screen.width);
  const { title, kicker, sections } = cleanDeep(documentOf(group, triage));
  return finish(
    [
      ...labelled(style, '', 0, title, unlimited).map((line) => style.chalk.bold(line)),
      ...labelled(style, '', 0, kicker, unlimited),
      '',
      ...sections.flatMap((part) => section(part, style)),
    ].slice(0, -1),
  );
}

function brief({ key, title, about, parts }: Brief, style: Style): string[] {
  return [
    ...labelled(style, '', 0, `${title} (${key})`, unlimited).map((line) => style.chalk.bold(line)),
    ...about.flatMap((text) => labelled(style, '', 2, text, unlimited)),
    ...parts.flatMap(({ title: head, sentences }) => [
      '',
      `  ${style.chalk.bold(head)}`,
      ...sentences.flatMap((text) => item(text, style)),
    ]),
    '',
  ];
}

/** Briefs for agents, one after the other. */
export function renderBriefTerminal(briefs: readonly Brief[], screen: Screen): string {
  const style = createStyle(screen.color, screen.width);
  if (briefs.length === 0) return finish(['No group of errors is open.']);
  return finish(
    cleanDeep([...briefs])
      .flatMap((one) => brief(one, style))
      .slice(0, -1),
  );
}
