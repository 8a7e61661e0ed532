import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const clean = {
  'unsilo.yaml': 'name: t\n',
  'emails/hello/en.txt.hbs': 'Hello {{name}},\nyour card is on its way.\n',
};
const bad = { 'emails/bye/en.txt.hbs': 'Bye {{name}}, XXX\n' };

/** A repository with one commit of what is clean, and the program on the path. */
const inRepository = <T>(
  added: Record<string, string>,
  body: (dir: string, env: Record<string, string>) => Promise<T>,
) =>
  withFiles(clean, async (dir) => {
    await mkdir(join(dir, 'bin'));
    await writeFile(join(dir, 'bin/unsilo'), `#!/bin/sh\nexec node ${join(root, 'bin/unsilo.js')} "$@"\n`);
    await chmod(join(dir, 'bin/unsilo'), 0o755);
    const git = (...args: string[]) =>
      execa('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], { cwd: dir });
    await git('init', '--quiet');
    await git('add', 'unsilo.yaml', 'emails');
    await git('commit', '--quiet', '--message', 'first');
    for (const [name, text] of Object.entries(added)) {
      await mkdir(join(dir, name, '..'), { recursive: true });
      await writeFile(join(dir, name), text);
    }
    return body(dir, { PATH: `${join(dir, 'bin')}:${process.env.PATH}` });
  });

const shell = (script: string, cwd: string, env: Record<string, string>) =>
  execa('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env, reject: false });

interface Action {
  readonly inputs: Record<string, { readonly default: string }>;
  readonly runs: { readonly steps: { name: string; run: string; env: Record<string, string> }[] };
}

/** The step that checks, with the inputs of a workflow over the usual ones. */
async function stepOf(inputs: Record<string, string>): Promise<{ run: string; env: Record<string, string> }> {
  const text = await readFile(join(root, '.github/actions/gate/action.yml'), 'utf8');
  const { inputs: known, runs } = parse(text) as Action;
  const { run, env } = runs.steps.find(({ name }) => name === 'Check templates')!;
  const fill = (value: string) =>
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? known[name]!.default);
  return { run, env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])) };
}

describe('the action for GitHub', () => {
  it.each([
    ['passes what is clean', {}, {}, 0],
    ['fails at what the change touches', bad, { since: 'HEAD' }, 1],
    ['passes what the change does not touch', {}, { since: 'HEAD', release: 'true' }, 0],
    ['takes several paths and patterns', bad, { paths: 'emails/h* emails/bye', 'fail-on': 'never' }, 0],
  ])('%s', async (_, added, inputs, exitCode) => {
    await inRepository(added, async (dir, env) => {
      const step = await stepOf(inputs);
      const ran = await shell(step.run, dir, { ...env, ...step.env });
      expect(ran.exitCode, ran.stderr).toBe(exitCode);
      expect(ran.stdout).toMatch(/^::notice title=unsilo (passed|failed)%3A t::/);
      const sarif = JSON.parse(await readFile(join(dir, 'unsilo-gate.sarif'), 'utf8')) as { version: string };
      expect(sarif.version).toBe('2.1.0');
    });
  });
});

it('the template for GitLab writes both reports of a merge request', async () => {
  const text = await readFile(join(root, '.github/ci/gitlab-gate.yml'), 'utf8');
  const job = (parse(text) as Record<string, { script: string[]; variables: Record<string, string> }>)[
    '.unsilo-gate'
  ]!;
  await inRepository(bad, async (dir, env) => {
    const variables = { ...job.variables, UNSILO_PACKAGE: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' };
    const ran = await shell(job.script.join('\n'), dir, { ...env, ...variables });
    expect(ran.exitCode, ran.stderr).toBe(1);
    const issues = JSON.parse(await readFile(join(dir, 'unsilo.gitlab.json'), 'utf8')) as {
      location: object;
    }[];
    expect(issues).toContainEqual(
      expect.objectContaining({ location: { path: 'emails/bye/en.txt.hbs', lines: { begin: 1 } } }),
    );
    expect(await readFile(join(dir, 'unsilo.junit.xml'), 'utf8')).toContain('<failure');
  });
});

it('the hook of pre-commit stops a commit that touches what cannot go out', async () => {
  const [hook] = parse(await readFile(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { entry: string }[];
  for (const [added, exitCode] of [
    [{}, 0],
    [bad, 1],
  ] as const)
    await inRepository(added, async (dir, env) => {
      const ran = await shell(hook!.entry, dir, env);
      expect(ran.exitCode, ran.stderr).toBe(exitCode);
    });
});

describe('unsilo gate', () => {
  it('prints a diff that git applies, and mends the same', async () => {
    const page = { 'emails/hello/fa.html.hbs': '<html><body>\n<p>سلام {{name}}</p>\n</body></html>' };
    await inRepository(page, async (dir) => {
      const dry = await runUnsilo(['gate', '--quiet', '--fix-dry-run', '--fail-on', 'never'], { cwd: dir });
      expect(dry).toMatchObject({ exitCode: 0, stderr: '' });
      await execa('git', ['apply', '--check', '-'], { cwd: dir, input: dry.stdout });
      const above = ['gate', basename(dir), '--quiet', '--fix-dry-run', '--fail-on', 'never'];
      const seen = await runUnsilo(above, { cwd: dirname(dir) });
      expect(seen.stdout).toContain(`--- a/${basename(dir)}/emails/hello/fa.html.hbs\n`);
      const fixed = await runUnsilo(['gate', '--quiet', '--fix', '--fail-on', 'never'], { cwd: dir });
      expect(fixed.stderr).toBe('unsilo: mended emails/hello/fa.html.hbs\n');
      expect(await readFile(join(dir, 'emails/hello/fa.html.hbs'), 'utf8')).toContain(
        '<html dir="rtl" lang="fa">',
      );
    });
  });

  it('fails where it finds no template at all, but for a change that touches none', async () => {
    await withFiles({ 'src/main.py': 'print()\n', 'README.md': '# Hi {{name}}\n' }, async (dir) => {
      const ran = await runUnsilo(['gate'], { cwd: dir });
      expect(ran.exitCode).toBe(2);
      expect(ran.stderr).toContain('no templates were found');
      await execa('git', ['init', '--quiet'], { cwd: dir });
      expect((await runUnsilo(['gate', '--since', 'HEAD'], { cwd: dir })).exitCode).toBe(0);
    });
    await withFiles({ 'emails/due/en.txt': 'x'.repeat(5_100_000) }, async (dir) => {
      const ran = await runUnsilo(['gate'], { cwd: dir });
      expect(ran.exitCode).toBe(2);
      expect(ran.stderr).toContain('larger than 5 MB');
    });
  });

  it('counts no partial among messages, and what uses it as touched', async () => {
    const shared = {
      'emails/partials/foot.html.hbs': '<p>Thanks</p>\n',
      'emails/hello/en.html.hbs': '<html lang="en"><body><p>Hello {{name}}</p>{{> foot}}</body></html>\n',
    };
    await inRepository(shared, async (dir) => {
      const git = (...args: string[]) =>
        execa('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], { cwd: dir });
      await git('add', 'emails');
      await git('commit', '--quiet', '--message', 'second');
      await writeFile(join(dir, 'emails/partials/foot.html.hbs'), '<p>Many thanks</p>\n');
      const ran = await runUnsilo(['gate', '--quiet', '--since', 'HEAD', '--format', 'json'], { cwd: dir });
      expect(JSON.parse(ran.stdout)).toMatchObject({
        coverage: { messages: 1, since: { touched: ['hello'] } },
      });
    });
  });

  it('says of a comment that stands for nothing why it does not hold', async () => {
    const mistaken =
      'Bye {{name}}\n{{! unsilo-disable-line syntax/leftover-marker reason="soon" until=2099-01-31 }} XXX\n';
    await withFiles({ ...clean, 'emails/bye/en.txt.hbs': mistaken }, async (dir) => {
      const ran = await runUnsilo(['gate', '--quiet', '--format', 'json'], { cwd: dir });
      expect(ran.stdout).toContain('it stands for the next-line or for the file, never for the line.');
    });
    const inWords = 'Bye {{name}}\n{{! unsilo-disable-next-line agreed with legal }}\nXXX\n';
    await withFiles({ ...clean, 'emails/bye/en.txt.hbs': inWords }, async (dir) => {
      const ran = await runUnsilo(['gate', '--quiet', '--format', 'json'], { cwd: dir });
      expect(ran.stdout).toContain('there is no rule agreed, with, legal, it has no reason,');
    });
  });

  it('names an incident a service notice once', async () => {
    const notice = {
      'unsilo.yaml': 'name: t\ngate: { messages: { hello: { incident: service_notice } } }\n',
      'sms/hello/en.txt': 'Our branch is closed on Monday.\n',
    };
    await withFiles(notice, async (dir) => {
      const ran = await runUnsilo(['gate', '--quiet'], { cwd: dir });
      expect(ran.stdout).toContain('This service notice does not say what went wrong with what.');
    });
  });

  it.each([
    [['no-such-folder'], 'no-such-folder'],
    [['--contract', 'none.json'], '--contract none.json cannot be read'],
    [['--config', 'none.yaml'], '--config none.yaml cannot be read'],
    [['--baseline'], '--baseline'],
    [['--format', 'sarf'], "did you mean 'sarif'?"],
  ])('%j cannot run, and says why', async (args, why) => {
    await withFiles(clean, async (dir) => {
      const ran = await runUnsilo(['gate', ...args], { cwd: dir });
      expect(ran.exitCode).toBe(2);
      expect(ran.stderr).toContain(why);
      expect(ran.stderr).not.toContain('this is a bug');
    });
  });
});
