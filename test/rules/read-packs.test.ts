import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/model/errors.js';
import { readPacks } from '../../src/rules/read-packs.js';
import { sampleReadme, sampleYaml, selectOf, withFolder } from './sample-pack.js';

const folderOf = (id: string, parts: Record<string, string | undefined> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      'rule.yaml': sampleYaml,
      'query.sql': selectOf(),
      'README.md': sampleReadme,
      'cases.yaml': 'x',
      ...parts,
    })
      .filter((entry): entry is [string, string] => entry[1] !== undefined)
      .map(([name, text]) => [`${id}/${name}`, text]),
  );

/** `file:row message` of everything wrong with a folder. */
const problemsOf = (files: Record<string, string>): Promise<string[]> =>
  withFolder(files, async (folder) => {
    const error: unknown = await readPacks(folder).catch((reason: unknown) => reason);
    if (!(error instanceof SourceError)) throw new Error('expected a SourceError');
    return error.problems.map(({ place, message, tips }) =>
      [`${relative(folder, place.file)}:${place.row ?? ''}`, message, ...(tips ?? [])].join(' '),
    );
  });

describe('reading packs', () => {
  it('finds rules by their place, by id, and passes over tables and hidden folders', async () => {
    const files = {
      ...folderOf('b/two'),
      ...folderOf('a/one'),
      'a/tables/codes.csv': 'code',
      'a/.hidden/note': '',
      'severity.yaml': '',
    };
    const ids = await withFolder(files, async (folder) =>
      (await readPacks(folder)).map(({ id, pack }) => `${pack}: ${id}`),
    );
    expect(ids).toEqual(['a: a/one', 'b: b/two']);
  });

  it('reports every mistake of every folder at once, with its line', async () => {
    const yaml = sampleYaml
      .replace('confidence: certain', 'confidence: sure\nseverty: high')
      .replace('Mend it.', 'Mend it');
    const found = await problemsOf({
      ...folderOf('a/one', { 'rule.yaml': yaml, 'query.sql': undefined }),
      ...folderOf('a/two', { 'README.md': '# Two\n\n## How to fix\n' }),
    });
    expect(found).toEqual([
      'a/one/query.sql: the file is missing or cannot be read',
      expect.stringMatching(/^a\/one\/rule\.yaml:3 confidence has a value it cannot have/),
      expect.stringMatching(/^a\/one\/rule\.yaml:4 unknown key 'severty'/),
      expect.stringMatching(/^a\/one\/rule\.yaml:8 remediation/),
      'a/two/README.md: expected the headings What it finds, Why it matters, How to fix, Before / After, When not to use it',
    ]);
  });

  it.each([
    ['a key with a slip', sampleYaml.replace('sources:', 'sourcs:'), "did you mean 'sources'?"],
    [
      'a table that does not exist',
      sampleYaml.replace('needs: []', 'needs: [flws]'),
      "did you mean 'flows'?",
    ],
    [
      'a default of the wrong type',
      `${sampleYaml}parameters: { rate: { type: integer, default: 0.5, doc: share } }\n`,
      'parameters.rate.default is not a whole number',
    ],
    ['no case', sampleYaml.replace(/cases:\n.*\n/, 'cases: {}\n'), 'cases: at least one'],
    ['broken YAML', 'title: [', 'Flow sequence'],
  ])('names %s', async (_, yaml, expected) => {
    const found = await problemsOf(folderOf('a/one', { 'rule.yaml': yaml }));
    expect(found.join('\n')).toContain(expected);
  });
});
