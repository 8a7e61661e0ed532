import type { Rule } from '../model/rule.js';

export const listFormats = ['text', 'json', 'markdown'] as const;
export type ListFormat = (typeof listFormats)[number];

interface Entry {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly harms: string;
  readonly since: string;
  /** Folder of a user's packs, or `unsilo`. */
  readonly origin: string;
}

const entryOf = ({ id, definition, foreign }: Rule): Entry => ({
  id,
  code: definition.code ?? '',
  title: definition.title,
  harms: [...new Set(Object.values(definition.cases).map(({ harm }) => harm))].join(', '),
  since: definition.since,
  origin: foreign?.folder ?? 'unsilo',
});

const originOf = (origin: string): string => (origin === 'unsilo' ? '' : ` (${origin})`);

function renderText(entries: readonly Entry[]): string {
  const width = Math.max(0, ...entries.map(({ id }) => id.length));
  return entries
    .map(({ id, title, origin }) => `${id.padEnd(width)}  ${title}${originOf(origin)}\n`)
    .join('');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function renderMarkdown(entries: readonly Entry[]): string {
  const rows = entries.map(
    ({ id, code, title, harms }) => `| [\`${id}\`](${id}/README.md) | ${code} | ${cell(title)} | ${harms} |`,
  );
  return ['| rule | code | finds | harm |', '|---|---|---|---|', ...rows, ''].join('\n');
}

const renderers: Record<ListFormat, (entries: readonly Entry[]) => string> = {
  text: renderText,
  json: (entries) => `${JSON.stringify(entries, null, 2)}\n`,
  markdown: renderMarkdown,
};

/** Every rule, one a line or row; the links of Markdown are relative to the folder of the packs. */
export const renderRuleList = (rules: readonly Rule[], format: ListFormat): string =>
  renderers[format](rules.map(entryOf));
