import type { GateRule } from '../model/gate-rule.js';
import type { Rule } from '../model/rule.js';
import { compareText } from '../text/compare.js';
import { templatePacks } from './read-packs.js';

export const listFormats = ['text', 'json', 'markdown'] as const;
export type ListFormat = (typeof listFormats)[number];

interface Entry {
  readonly id: string;
  /** Folder from that of the packs. */
  readonly folder: string;
  readonly code: string;
  readonly title: string;
  readonly harms: string;
  readonly since: string;
  /** Folder of a user's packs, or `unsilo`. */
  readonly origin: string;
}

const entryOf = ({ id, definition, foreign }: Rule): Entry => ({
  id,
  folder: id,
  code: definition.code ?? '',
  title: definition.title,
  harms: [...new Set(Object.values(definition.cases).map(({ harm }) => harm))].join(', '),
  since: definition.since,
  origin: foreign?.folder ?? 'unsilo',
});

/** What a rule about templates finds stops a release. */
const gateEntryOf = ({ id, definition }: GateRule): Entry => ({
  id,
  folder: `${templatePacks}/${id}`,
  code: definition.code ?? '',
  title: definition.title,
  harms: 'release',
  since: definition.since,
  origin: 'unsilo',
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
    ({ id, folder, code, title, harms }) =>
      `| [\`${id}\`](${folder}/README.md) | ${code} | ${cell(title)} | ${harms} |`,
  );
  return ['| rule | code | finds | harm |', '|---|---|---|---|', ...rows, ''].join('\n');
}

const renderers: Record<ListFormat, (entries: readonly Entry[]) => string> = {
  text: renderText,
  json: (entries) =>
    `${JSON.stringify(entries, (key, value: unknown) => (key === 'folder' ? undefined : value), 2)}\n`,
  markdown: renderMarkdown,
};

/** Every rule, one a line or row; the links of Markdown are relative to the folder of the packs. */
export const renderRuleList = (
  rules: readonly Rule[],
  format: ListFormat,
  gateRules: readonly GateRule[] = [],
): string =>
  renderers[format](
    [...rules.map(entryOf), ...gateRules.map(gateEntryOf)].sort((a, b) => compareText(a.id, b.id)),
  );
