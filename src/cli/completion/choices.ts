import type { Command, Option } from 'commander';
import { policyNames, severities } from '../../model/enums.js';

/** Names that stand in files: of rules, schemas, and of the ecosystem. */
export type NameKind =
  | 'rules'
  | 'schemas'
  | 'systems'
  | 'places'
  | 'fields'
  | 'owners'
  | 'shells'
  | 'rules or findings'
  | 'findings or groups'
  | 'groups';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

const byOption: Readonly<Record<string, NameKind>> = {
  '--path': 'systems',
  '--reach': 'systems',
  '--impact': 'systems',
  '--focus': 'places',
  '--field': 'fields',
  '--collected': 'fields',
  '--owner': 'owners',
  '--only': 'rules or findings',
};

const byArgument: Readonly<Record<string, NameKind>> = {
  rule: 'rules',
  name: 'schemas',
  shell: 'shells',
  finding: 'findings or groups',
  group: 'groups',
};

/** Which names an option takes. */
export const namesFor = (_: Command, { long }: Option): NameKind | undefined => byOption[long ?? ''];

/** Which names an argument takes, by what it is called. */
export const namesForArgument = (name: string): NameKind | undefined => byArgument[name];

const listed = new Set(['--format', '--fail-on', '--policy', '--language', '--picture', '--collapse']);
const fixed: Readonly<Record<string, readonly string[]>> = { '--show': severities, '--compare': policyNames };

/** Values an option takes, as its description lists them: `text, json, svg; of the map also html`. */
export function choicesOf({ long, description }: Option): readonly string[] {
  const known = fixed[long ?? ''];
  if (known) return known;
  if (!listed.has(long ?? '')) return [];
  return description
    .replace(/\(.*?\)/g, '')
    .split(/[;,:]| or /)
    .map((part) =>
      part
        .trim()
        .replace(/^of the map also /, '')
        .replace(/=FOLDER$/, ''),
    )
    .filter((word) => /^[a-z]+$/.test(word) && word !== 'repeatable');
}
