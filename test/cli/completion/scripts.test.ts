import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { shells } from '../../../src/cli/completion/choices.js';
import { scripts } from '../../../src/cli/completion/scripts.js';
import { root } from '../run-unsilo.js';

const has = async (program: string): Promise<boolean> =>
  !(await execa(program, ['-c', 'true'], { reject: false })).failed;

const [hasZsh, hasFish] = [await has('zsh'), await has('fish')];

const unsilo = `unsilo() { node ${root}/bin/unsilo.js "$@"; }; cd ${root}/fixtures/example-bank;`;

describe('the scripts for shells', () => {
  it.each(shells)('ask unsilo itself in %s', (shell) => expect(scripts[shell]).toContain('__complete --'));

  it('complete systems, values behind = and rules in bash', async () => {
    const ask = (line: string): string =>
      `COMP_LINE='${line}' COMP_POINT=${line.length}; _unsilo; echo "\${COMPREPLY[*]}";`;
    const lines = ['unsilo map --reach mort', 'unsilo audit --fail-on=cr', 'unsilo explain flow/one'];
    const script = `${unsilo} source <(unsilo completion bash); ${lines.map(ask).join(' ')}`;
    const { stdout } = await execa('bash', ['-c', script]);
    expect(stdout.split('\n')).toEqual(['mortgage-core', 'critical', 'flow/one-way']);
  });

  it.runIf(hasZsh)('are read by zsh', async () => {
    await execa('zsh', ['-nc', scripts.zsh]);
  });

  it.runIf(hasFish)('complete commands in fish', async () => {
    const line = "complete -C 'unsilo aud'; complete -C 'unsilo audit --fail-on=hi'";
    const script = `function unsilo; node ${root}/bin/unsilo.js $argv; end; ${scripts.fish}; ${line}`;
    const { stdout } = await execa('fish', ['--no-config', '-c', script]);
    expect(stdout).toMatch(/^audit\t.*\n--fail-on=high$/);
  });
});
