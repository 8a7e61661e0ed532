import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff, diffFormats, renderDiff } from '../../src/app/diff.js';
import { withRun } from '../../src/app/run-stages.js';
import { compareReports, inputLines } from '../../src/app/verify-lines.js';
import { renderLine } from '../../src/cli/run/verify.js';
import type { Report } from '../../src/model/report.js';
import { type Format, reporters } from '../../src/report/index.js';
import { runUnsilo, withFiles } from '../cli/run-unsilo.js';
import { writeFurther } from './further-outputs.js';
import { assertPlainLog, checks } from './hostile/checks.js';
import { poison, readGenerated, withHostileRows, writeEcosystem } from './hostile/ecosystem.js';
import { assertHarmless } from './hostile/further-checks.js';
import { payloads } from './hostile/payloads.js';

/** What is said of persons and messages, without the names of things. */
const measured = (report: Report): string[] =>
  report.findings
    .map((one) => JSON.stringify([one.rule, one.case, one.cause, one.severity, one.persons, one.messages]))
    .sort();

/** The only sequence of a terminal that unsilo writes. */
const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d*(?:;\\d+)*m`, 'g');

describe('hostile text in every column of every table', () => {
  let dir = '';
  const formats = Object.keys(reporters) as Format[];
  const files = new Map<Format, string>();
  let report: Report;
  const audit = (...args: string[]) =>
    runUnsilo(['audit', '--quiet', '--fail-on', 'never', ...args], { cwd: dir });
  let poisoned = '';
  const snapshot = async (folder: string): Promise<string> => {
    const ran = await audit(folder, '--format', 'json');
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    return ran.stdout;
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'unsilo-hostile-'));
    const plain = await readGenerated(join(dir, 'generated'));
    await writeEcosystem(join(dir, 'plain'), plain);
    await writeEcosystem(join(dir, 'poisoned'), poison(plain));
    await writeEcosystem(join(dir, 'hostile'), withHostileRows(poison(plain)));
    const wanted = formats.flatMap((format) => ['--format', `${format}=${format}.out`]);
    const ran = await audit('hostile', '--out', join(dir, 'reports'), ...wanted);
    expect(ran).toMatchObject({ stdout: '', stderr: '', exitCode: 0 });
    for (const format of formats)
      files.set(format, await readFile(join(dir, 'reports', `${format}.out`), 'utf8'));
    report = JSON.parse(files.get('json') ?? '') as Report;
    poisoned = await snapshot('poisoned');
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('changes nothing of what is found: no text becomes SQL, a pattern or a path', async () => {
    const [plain, same] = [await snapshot('plain'), poisoned].map((text) => JSON.parse(text) as Report);
    expect(same!.coverage.rows_set_aside).toBe(0);
    expect(measured(same!)).toEqual(measured(plain!));
    expect(measured(plain!).length).toBeGreaterThan(30);
  });

  it.each(formats)('does not get through %s', async (format) => {
    await checks[format](files.get(format) ?? '');
  });

  it('does not get through the terminal in colour', async () => {
    const { stdout } = await audit('hostile', '--color');
    assertPlainLog(stdout.replace(colour, ''));
  });

  it('does not get through the progress of a run', async () => {
    const { stderr } = await runUnsilo(['audit', 'hostile', '--fail-on', 'never', '--format', 'csv'], {
      cwd: dir,
    });
    assertPlainLog(stderr);
  });

  it.each(['csv', 'jsonl'])('does not get through the %s list behind a finding', async (format) => {
    const rules = new Set<string>();
    for (const { rule, fingerprint } of report.findings) {
      if (rules.has(rule) || rules.size === 3) continue;
      rules.add(rule);
      const args = ['affected', fingerprint, 'hostile', '--quiet', '--format', format, '--reveal'];
      const { stdout, stderr } = await runUnsilo(args, { cwd: dir });
      assertPlainLog(stdout);
      assertPlainLog(stderr);
      if (format === 'csv') checks.csv(stdout);
    }
  });

  it('does not get through the map, its questions, the workbook and what it asks', async () => {
    const request = { dir: join(dir, 'hostile') };
    const written = await withRun(request, () => undefined, writeFurther);
    await assertHarmless(written);
    expect(written.size).toBeGreaterThan(70);
  });

  it('does not get through what became of findings, in any format', async () => {
    const [before, after] = ['poisoned.json', 'hostile.json'];
    const texts = [poisoned, files.get('json') ?? ''];
    const difference = await diff({ file: before, text: texts[0]! }, { file: after, text: texts[1]! });
    expect(difference.new.length).toBeGreaterThan(10);
    for (const format of diffFormats) {
      const text = renderDiff(difference, format, 100);
      if (format === 'markdown') await checks.markdown(text);
      else assertPlainLog(text);
    }
  });

  it('does not get through what a report says that its inputs do not', () => {
    const claimed = JSON.parse(poisoned) as Report;
    const lines = [...inputLines(claimed.manifest, new Map()), ...compareReports(claimed, report)];
    expect(lines.filter(({ agrees }) => !agrees).length).toBeGreaterThan(10);
    assertPlainLog(lines.map(renderLine).join(''));
    const [input] = claimed.manifest.inputs;
    const named = payloads.map((file) => ({ ...input!, file }));
    const missing = new Map(payloads.map((file) => [file, undefined]));
    assertPlainLog(
      inputLines({ ...claimed.manifest, inputs: named }, missing)
        .map(renderLine)
        .join(''),
    );
  });

  it('reads and writes nothing but what it was given', async () => {
    expect((await readdir(dir)).sort()).toEqual(['generated', 'hostile', 'plain', 'poisoned', 'reports']);
    for (const text of files.values()) expect(text).not.toMatch(/root:x:0|\/tmp\/unsilo-hostile/);
  });
});

describe('hostile text in what can go wrong', () => {
  const typed = payloads.filter((payload) => !/[\0/]|\p{Cs}/u.test(payload) && payload.length < 200);
  const commands = (payload: string): string[][] => [
    ['audit', payload],
    ['audit', '--format', payload],
    ['explain', payload],
    [payload],
  ];

  it('what is typed is quoted so that nothing obeys it', async () => {
    for (const [index, payload] of typed.entries()) {
      const { stderr, stdout, exitCode } = await runUnsilo(commands(payload)[index % 4]!);
      assertPlainLog(`${stdout}${stderr}`);
      expect(exitCode).toBe(2);
    }
  });

  const all = (make: (payload: string) => unknown): unknown[] => payloads.map(make);
  const file = 'systems.csv';
  it.each([
    ['its name', { name: payloads.join(' '), sources: [{ table: 'systems', file: 'none.csv' }] }],
    ['its keys', { name: 'x', ...Object.fromEntries(payloads.map((payload) => [payload, 1])), sources: [] }],
    ['tables', { name: 'x', sources: all((payload) => ({ table: payload, file })) }],
    ['files', { name: 'x', sources: all((payload) => ({ table: 'systems', file: `none ${payload}` })) }],
    [
      'columns',
      {
        name: 'x',
        sources: all((payload) => ({
          table: 'systems',
          file,
          columns: { [payload]: payload, name: payload },
        })),
      },
    ],
    ['headers', { name: 'x', sources: [{ table: 'systems', file }] }],
  ])('a configuration with hostile %s is refused in plain words', async (_, config) => {
    const header = payloads.map((payload) => `"${payload.replaceAll('"', '""')}"`).join(',');
    const files = { 'unsilo.yaml': JSON.stringify(config), [file]: `${header}\n1\n` };
    await withFiles(files, async (cwd) => {
      const { stderr, stdout, exitCode } = await runUnsilo(['audit', '--quiet'], { cwd });
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).not.toContain('this is a bug');
      assertPlainLog(stderr);
    });
  });
});
