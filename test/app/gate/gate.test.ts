import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { createBaseline } from '../../../src/app/gate/baseline.js';
import { mendTemplates } from '../../../src/app/gate/fix.js';
import { type GateRequest, gate } from '../../../src/app/gate/gate.js';
import { SourceError } from '../../../src/model/errors.js';
import type { GateReport } from '../../../src/model/gate-report.js';
import { withFiles } from '../../cli/run-unsilo.js';

const mail = { 'emails/bye/en.txt.hbs': 'Bye {{name}}, XXX\n' };
const marker = 'syntax/leftover-marker';

const request = (dir: string, more: Partial<GateRequest> = {}): GateRequest => ({
  version: '0.0.0',
  paths: [dir],
  today: '2026-07-01',
  failOn: 'high',
  show: 'info',
  strict: false,
  release: false,
  ...more,
});

const check = async (dir: string, more: Partial<GateRequest> = {}): Promise<GateReport> =>
  (await gate(request(dir, more), () => undefined)).report;

const reportOn = (files: Record<string, string>, more: Partial<GateRequest> = {}): Promise<GateReport> =>
  withFiles({ 'unsilo.yaml': 'name: t\n', ...files }, (dir) => check(dir, more));

const found = ({ findings }: GateReport, rule = marker) => findings.filter((one) => one.rule === rule);

describe('against an earlier report', () => {
  const two = { ...mail, 'emails/hello/en.txt.hbs': 'Hello {{name}}, FIXME\n' };
  const against = async (before: Record<string, string>, after: Record<string, string>, failOnNew = true) => {
    const earlier = await reportOn(before);
    const given = { file: 'last.json', text: JSON.stringify(earlier) };
    return reportOn(after, { against: given, failOnNew });
  };

  it('what was known passes, and is said to be known', async () => {
    const report = await against(mail, mail);
    expect(report.verdict).toMatchObject({ exit_code: 0, failing: 0 });
    expect(report.verdict.sentence).toMatch(
      /^No new finding at or above high\. Against last\.json: 0 new, \d+ known/,
    );
    expect(found(report).map(({ status }) => status)).toEqual(['known']);
  });

  it('what is new fails, and what is gone is counted', async () => {
    const report = await against(mail, two);
    expect(report.verdict.exit_code).toBe(1);
    expect(found(report).map(({ message_id, status }) => [message_id, status])).toEqual([
      ['bye', 'known'],
      ['hello', 'new'],
    ]);
    expect((await against(two, mail)).summary.against).toMatchObject({ new: 0, worse: 0, gone: 1 });
  });

  it('without --fail-on-new everything fails as before', async () => {
    expect((await against(mail, mail, false)).verdict.exit_code).toBe(1);
  });

  it('refuses what is no report of the gate, or one of another repository', async () => {
    const refused = (text: string) => reportOn(mail, { against: { file: 'last.json', text } });
    await expect(refused('<html>')).rejects.toThrow('is not JSON');
    await expect(refused('{"kind":"audit"}')).rejects.toThrow('is no report of the gate');
    const other = await reportOn({ ...mail, 'unsilo.yaml': 'name: other\n' });
    await expect(refused(JSON.stringify(other))).rejects.toThrow('other');
  });
});

describe('the gate', () => {
  it('says exactly where something stands, and fails at high', async () => {
    const report = await reportOn(mail);
    expect(report.verdict.exit_code).toBe(1);
    expect(found(report).map(({ subject, places }) => ({ subject, places }))).toEqual([
      {
        subject: 'template:bye.email.text/en#XXX',
        places: [
          {
            file: 'emails/bye/en.txt.hbs',
            line: 1,
            column: 15,
            end_line: 1,
            end_column: 18,
            excerpt: { before: 'Bye {{name}}, ', at: 'XXX', after: '' },
          },
        ],
      },
    ]);
  });

  it('says the same twice, whatever the order on disk', async () => {
    const [one, two] = await Promise.all([reportOn(mail), reportOn(mail)]);
    expect(one).toEqual(two);
  });

  it('follows settings by path, the later over the earlier', async () => {
    const settings = `name: t
gate:
  rules:
    - { files: "**", rule: syntax/*, severity: low }
    - { files: emails/bye/**, rule: ${marker}, off: drafts }
`;
    const other = { 'emails/hello/en.txt.hbs': 'Hello {{name}}, XXX\n' };
    const report = await reportOn({ ...mail, ...other, 'unsilo.yaml': settings });
    expect(found(report).map(({ message_id, severity }) => [message_id, severity])).toEqual([
      ['hello', 'low'],
    ]);
  });

  it('counts a rule that is switched off among what limits it', async () => {
    const report = await reportOn({
      ...mail,
      'unsilo.yaml': `name: t\nrules: { ${marker}: { off: drafts } }\n`,
    });
    expect(found(report)).toEqual([]);
    expect(report.verdict.sentence).toContain('1 rule switched off');
  });

  it('fails where a rule that is required lacks its input', async () => {
    const files = {
      'emails/bye/en.txt.hbs': 'Bye {{name}}\n',
      'unsilo.yaml': 'name: t\nrequire: [gate/open-cause]\n',
    };
    const { verdict, coverage } = await reportOn(files);
    expect(verdict.exit_code).toBe(1);
    expect(verdict.sentence).toContain('Required and not evaluated: gate/open-cause.');
    expect(coverage.not_evaluated).toContainEqual({ rule: 'gate/open-cause', missing: ['contract'] });
  });

  it.each(['name: t\nrequire: [syntax/leftover-markr]\n', 'gate: { tempaltes: [] }\n', 'gate: [\n'])(
    'refuses settings that cannot be meant: %j',
    async (settings) => {
      await expect(reportOn({ ...mail, 'unsilo.yaml': settings })).rejects.toThrow(SourceError);
    },
  );
});

describe('comments in templates', () => {
  const said = (comment: string) => ({ 'emails/bye/en.txt.hbs': `{{! ${comment} }}\nBye {{name}}, XXX\n` });

  it('take a finding of the next line back, with a reason and a day', async () => {
    const report = await reportOn(
      said(`unsilo-disable-next-line ${marker} reason="launch" until=2026-07-01`),
    );
    expect(found(report).map(({ suppression }) => suppression)).toEqual([
      {
        reason: 'launch',
        owner: 'the comment at emails/bye/en.txt.hbs:1',
        created: null,
        expires: '2026-07-01',
      },
    ]);
    expect(report.verdict.exit_code).toBe(0);
  });

  it.each([
    ['suppression/expired', `unsilo-disable-file ${marker} reason="launch" until=2026-06-30`, 1],
    ['suppression/invalid', `unsilo-disable-next-line ${marker}`, 1],
    ['suppression/invalid', 'unsilo-disable-file no/such-rule reason="x" until=2027-01-01', 1],
    ['suppression/unmatched', 'unsilo-disable-next-line syntax/parse-error reason="x" until=2027-01-01', 1],
  ])('are %s themselves: %s', async (rule, comment, exitCode) => {
    const report = await reportOn(said(comment));
    expect(found(report, rule)).toHaveLength(1);
    expect(report.verdict.exit_code).toBe(exitCode);
  });
});

describe('a baseline', () => {
  const given = async (dir: string) => {
    const decision = { reason: 'relaunch', owner: 'Ann', only: [marker], renew: false };
    const { text } = await createBaseline({ dir, today: '2026-07-01', ...decision }, () => undefined);
    return { baseline: { file: 'unsilo.baseline.yaml', text } };
  };

  it('suppresses what was accepted, and calls gone what is gone', async () => {
    await withFiles({ 'unsilo.yaml': 'name: t\n', ...mail }, async (dir) => {
      const more = await given(dir);
      const accepted = await check(dir, more);
      expect(found(accepted).map(({ status, suppression }) => [status, suppression?.owner])).toEqual([
        ['known', 'Ann'],
      ]);
      expect(accepted.verdict.exit_code).toBe(0);
      await writeFile(join(dir, 'emails/bye/en.txt.hbs'), 'Bye {{name}}\n');
      expect(found(await check(dir, more), 'baseline/stale')).toHaveLength(1);
      expect(found(await check(dir, { ...more, paths: [join(dir, 'emails')] }), 'baseline/stale')).toEqual(
        [],
      );
    });
  });
});

it('answers a path that is not there with the nearest beside it', async () => {
  await withFiles({ 'emails/hello/en.txt': 'Hello\n' }, async (dir) => {
    const asked = gate({ ...request(dir), paths: [join(dir, 'emials')] }, () => undefined);
    await expect(asked).rejects.toMatchObject({
      details: { tips: [`did you mean '${join(dir, 'emails')}'?`] },
    });
  });
});

describe('mending', () => {
  const page = '\ufeff<html><body><p>سلام {{name}}</p></body></html>\r\n';

  it('changes what is safe to change, keeps the rest, and finds nothing more to mend', async () => {
    await withFiles({ 'unsilo.yaml': 'name: t\n', 'emails/hello/fa.html.hbs': page }, async (dir) => {
      const first = await gate(request(dir), () => undefined);
      const [mended, ...others] = await mendTemplates(first.root, first.report.findings, first.files);
      expect(others).toEqual([]);
      expect(mended?.text).toBe(
        '\ufeff<html dir="rtl" lang="fa"><body><p>سلام {{name}}</p></body></html>\r\n',
      );
      await writeFile(mended!.file, mended!.text);
      const second = await gate(request(dir), () => undefined);
      expect(await mendTemplates(second.root, second.report.findings, second.files)).toEqual([]);
    });
  });
});

describe('a release', () => {
  it('says of each message whether it may go out, and by whose word', async () => {
    const settings = `name: t
gate:
  messages:
    hello: { approver: Zoe, approved_hash: { emails/hello/en.txt.hbs: "${'0'.repeat(64)}" } }
`;
    const files = { ...mail, 'unsilo.yaml': settings, 'emails/hello/en.txt.hbs': 'Hello {{name}}\n' };
    const { release, verdict } = await reportOn(files, { release: true });
    expect(release?.map(({ message, state, by }) => [message, state, by])).toEqual([
      ['bye', 'blocked', []],
      ['hello', 'needs_approval', ['Zoe']],
    ]);
    expect(verdict.sentence).toContain('Release: 1 blocked, 1 waiting for approval.');
  });
});

describe('since a commit', () => {
  const files = {
    'unsilo.yaml': 'name: t\n',
    'emails/partials/footer.hbs': 'Harbour Bank\n',
    'emails/hello/en.txt.hbs': 'Hello {{name}}, XXX\n{{> footer}}\n',
    ...mail,
  };
  const git = (dir: string, ...args: string[]) =>
    execa('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], { cwd: dir });

  const changed = (edits: Record<string, string>) =>
    withFiles(files, async (dir) => {
      await git(dir, 'init', '--quiet');
      await git(dir, 'add', '.');
      await git(dir, 'commit', '--quiet', '--message', 'first');
      for (const [name, text] of Object.entries(edits)) await writeFile(join(dir, name), text);
      const { coverage, findings } = await check(dir, { since: 'HEAD' });
      return {
        ...coverage.since,
        findings: findings.filter((one) => one.rule === marker).map((one) => one.message_id),
      };
    });

  it.each([
    ['nothing', {}, [], []],
    ['a text', { 'emails/bye/en.txt.hbs': 'Bye, XXX\n' }, ['bye'], ['bye']],
    ['a new text', { 'emails/bye/de.txt.hbs': 'Tschüss\n' }, ['bye'], ['bye']],
    ['a file beside', { 'notes.md': 'x\n' }, [], []],
    [
      'settings of a message',
      { 'unsilo.yaml': 'name: t\ngate: { messages: { bye: { owner: Ann } } }\n' },
      ['bye'],
      ['bye'],
    ],
  ])('%s touches what it changes', async (_, edits, touched, findings) => {
    expect(await changed(edits as Record<string, string>)).toMatchObject({ touched, findings });
  });

  it('touches through partials', async () => {
    const { touched, findings } = await changed({
      'emails/partials/footer.hbs': 'Harbour and Meridian Bank\n',
    });
    expect(touched).toContain('hello');
    expect(touched).not.toContain('bye');
    expect(findings).toEqual(['hello']);
  });

  it('refuses a revision that is none', async () => {
    await withFiles(files, async (dir) => {
      await expect(check(dir, { since: 'HEAD' })).rejects.toThrow('--since needs a git repository');
      await git(dir, 'init', '--quiet');
      await expect(check(dir, { since: '--output=x' })).rejects.toThrow('--since names no commit');
      expect((await check(dir, { since: 'HEAD' })).coverage.since?.touched).toContain('bye');
    });
  });
});

it('what stands in the schema directory is the form of the report', async () => {
  const schema = JSON.parse(await readFile('src/schema/gate.json', 'utf8')) as { required: string[] };
  expect(Object.keys(await reportOn(mail)).sort()).toEqual([...schema.required].sort());
});
