import { describe, expect, it } from 'vitest';
import { misspelt } from '../../src/cli/misspelt.js';
import { createProgram } from '../../src/cli/program.js';

const program = createProgram({ exitCode: 0 });
const told = (line: string) => misspelt(program, line.split(' '))?.details;

describe('a misspelt command below another', () => {
  it.each([
    ['preferences trce crm:1 bank', 'trace'],
    ['--no-pager triage shw g1', 'show'],
    ['triage breif g1', 'brief'],
    ['roadmap progres a b', 'progress'],
    ['intake raed x.xlsx', 'read'],
  ])('is answered with the nearest: %s', (line, name) => {
    expect(told(line)!.tips![0]).toBe(`did you mean '${name}'?`);
  });

  it.each([
    'triage test',
    'triage --all shw',
    'triage show g1',
    'preferences somewhere',
    'audit bnk',
    'nonsense',
  ])('is not seen in what may be meant as it stands: %s', (line) => expect(told(line)).toBeUndefined());
});
