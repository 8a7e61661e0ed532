import type { Rule } from '../model/rule.js';
import { findTable, tables } from '../model/tables/index.js';
import { didYouMean } from '../text/nearest.js';
import { tablesNeeded } from './needs.js';
import { misfit } from './parameters.js';

export const readmeHeadings = [
  'What it finds',
  'Why it matters',
  'How to fix',
  'Before / After',
  'When not to use it',
] as const;

/** Headings of the second level, in order. */
const headingsOf = (readme: string): string[] =>
  [...readme.matchAll(/^## (.+)$/gm)].map((match) => match[1]!.trim());

interface Mistake {
  readonly file: 'rule.yaml' | 'README.md';
  readonly message: string;
  readonly tips?: string[];
}

/** A page without its headings. */
export const readmeMistakes = (readme: string): Mistake[] =>
  headingsOf(readme).join('|') === readmeHeadings.join('|')
    ? []
    : [{ file: 'README.md', message: `expected the headings ${readmeHeadings.join(', ')}` }];

/** What the schema cannot see: unknown tables, unfit defaults, no case, a page without its headings. */
export function ruleMistakes(rule: Rule): Mistake[] {
  const { cases, parameters = {} } = rule.definition;
  const needs = tablesNeeded(rule)
    .filter((name) => !findTable(name))
    .map(
      (name): Mistake => ({
        file: 'rule.yaml',
        message: `needs: no table is called '${name}'`,
        tips: didYouMean(
          name,
          tables.map((table) => table.name),
        ),
      }),
    );
  const defaults = Object.entries(parameters).flatMap(([name, { type, default: usual }]): Mistake[] => {
    const expected = misfit(type, usual);
    return expected ? [{ file: 'rule.yaml', message: `parameters.${name}.default is not ${expected}` }] : [];
  });
  return [
    ...needs,
    ...defaults,
    ...(Object.keys(cases).length === 0
      ? [{ file: 'rule.yaml', message: 'cases: at least one' } as const]
      : []),
    ...readmeMistakes(rule.readme),
  ];
}
