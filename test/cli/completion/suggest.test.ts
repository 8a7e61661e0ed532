import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../src/cli/completion/choices.js';
import { suggest } from '../../../src/cli/completion/suggest.js';
import { createProgram } from '../../../src/cli/program.js';
import { reporters } from '../../../src/report/index.js';

const program = createProgram({ exitCode: 0 });
const names = async (kind: string, dir: string) => [{ value: `${kind}@${dir}`, says: '' }];
const wayOn = async (line: string): Promise<string[]> =>
  (await suggest(line.split(' '), program, names)).map(({ value }) => value);

describe('completion', () => {
  it.each([
    ['aud', ['audit']],
    ['preferences ', ['conflicts', 'trace', 'corrections']],
    ['completion ', ['shells@.']],
    ['audit --fail-on h', ['high']],
    ['audit --fail-on=h', ['high']],
    ['audit --format json --format s', ['sarif']],
    ['audit bank --show ', ['critical', 'high', 'medium', 'low', 'info']],
    ['map --format ', ['text', 'json', 'svg', 'html', 'dot', 'mermaid', 'graphml', 'csv']],
    ['map --collapse ', ['silo']],
    ['map bank --path ', ['systems@bank']],
    ['map --path crm ', ['systems@.']],
    ['map bank --focus ', ['places@bank']],
    ['map bank --field ', ['fields@bank']],
    ['explain ', ['rules@.']],
    ['baseline create bank --only ', ['rules or findings@bank']],
    ['affected ', ['findings or groups@.']],
    ['triage show ', ['groups@.']],
    ['schema ', ['schemas@.']],
    ['preferences --comp', ['--compare']],
    ['preferences trace key bank --html', ['--html']],
    ['audit ', []],
    ['audit --out ', []],
    ['nonsense ', []],
  ])('of %j is %j', async (line, expected) => expect(await wayOn(line)).toEqual(expected));

  it('offers no option twice, and none that was given', async () => {
    const found = await wayOn('audit --strict --');
    expect(found).not.toContain('--strict');
    expect(new Set(found).size).toBe(found.length);
  });

  it('says what commands and options do, and keeps its own question to itself', async () => {
    const found = await suggest([''], program, names);
    expect(found.every(({ says }) => says !== '')).toBe(true);
    expect(found.map(({ value }) => value)).not.toContain('__complete');
  });

  it('knows the formats of the audit as the reporters do', () => {
    const audit = program.commands.find((command) => command.name() === 'audit')!;
    const format = audit.options.find(({ long }) => long === '--format')!;
    expect(choicesOf(format)).toEqual(Object.keys(reporters));
  });

  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];

  it.each(
    all(program).flatMap((command) =>
      command.options
        .filter(({ long }) => ['--format', '--fail-on', '--policy', '--language'].includes(long ?? ''))
        .map((option) => ({ name: `${command.name()} ${option.long}`, option })),
    ),
  )('finds choices in the description of $name', ({ option }) => {
    expect(choicesOf(option).length).toBeGreaterThan(1);
  });
});
