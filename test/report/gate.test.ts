import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/app/gate/gate.js';
import type { GateReport } from '../../src/model/gate-report.js';
import { type GateFormat, gateReporters } from '../../src/report/gate/index.js';
import { withFiles } from '../cli/run-unsilo.js';

const hostile = '\u001b[31m\u202e';
const files = {
  'unsilo.yaml': `name: "t ${hostile}"
gate:
  incidents: { kinds: [outage], channels: [email, sms], locales: [en, fa] }
`,
  'emails/bye/en.txt.hbs': `${hostile}<script>::error::x</script> Bye {{name}}, XXX ##[error]| a\n`,
  'emails/bye/fa.html.hbs': '<html><body><p>سلام {{name}}، XXX</p></body></html>\n',
  'emails/outage/en.txt.hbs': 'Our services are down.\n',
};
const request = {
  version: '0.0.0',
  today: '2026-07-01',
  failOn: 'high',
  show: 'info',
  strict: false,
} as const;

const reportOf = (): Promise<GateReport> =>
  withFiles(files, async (dir) => {
    const ran = await gate({ ...request, paths: [dir], release: true }, () => undefined);
    return ran.report;
  });
const report = await reportOf();
const options = { color: false, width: 80, show: 'info', folder: 'mail' } as const;

async function render(format: GateFormat): Promise<string> {
  return String(await (await gateReporters[format]()).render(report, options));
}

describe.each(Object.keys(gateReporters) as GateFormat[])('%s', (format) => {
  it('gives the same text twice, ending in one line feed, and nothing that a terminal obeys', async () => {
    const text = await render(format);
    expect(await render(format)).toBe(text);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(text).not.toMatch(/^::error::x|##\[error/mu);
  });

  it('says the verdict and every finding', async () => {
    const text = await render(format);
    for (const { rule } of report.findings.filter(({ severity }) => severity === 'high'))
      expect(text).toContain(rule);
  });
});

describe('what build servers get', () => {
  it('regions of SARIF are exact', async () => {
    const { runs } = JSON.parse(await render('sarif')) as {
      runs: { results: { ruleId: string; locations: { physicalLocation: object }[] }[] }[];
    };
    const places = runs[0]!.results
      .filter(({ ruleId }) => ruleId === 'syntax/leftover-marker')
      .map(({ locations }) => locations[0]!.physicalLocation);
    const at = (name: 'emails/bye/en.txt.hbs' | 'emails/bye/fa.html.hbs') => {
      const startColumn = files[name].indexOf('XXX') + 1;
      return {
        artifactLocation: { uri: `mail/${name}`, uriBaseId: '%SRCROOT%' },
        region: { startLine: 1, startColumn, endLine: 1, endColumn: startColumn + 3 },
      };
    };
    expect(places).toEqual([at('emails/bye/en.txt.hbs'), at('emails/bye/fa.html.hbs')]);
  });

  it('annotations of GitHub mark the columns', async () => {
    expect(await render('github')).toContain(
      '::error file=mail/emails/bye/fa.html.hbs,line=1,endLine=1,col=31,endColumn=34,title=high%3A ',
    );
  });

  it('the plan for incidents is a table, what is missing marked', async () => {
    expect(await render('markdown')).toContain('| outage | ✅ en<br>**⛔ fa** | **⛔ en**<br>**⛔ fa** |');
    expect(await render('terminal')).toContain('outage, email: ✓ en ✗ fa');
  });

  it('a fix is text, whatever is shown of the file', async () => {
    const source = files['emails/bye/fa.html.hbs'];
    const finding = report.findings.find(({ rule }) => rule === 'rtl/dir-missing');
    expect(finding?.edits.map(({ start, text }) => [source.slice(0, start), text])).toEqual([
      ['<html', ' dir="rtl"'],
    ]);
  });
});

it.each([
  [11, 11, undefined],
  [12, 10, '2 more messages: --format json shows all.'],
])('of %i messages of a release the terminal lists %i', async (count, listed, more) => {
  const one = report.release![0]!;
  const release = Array.from({ length: count }, (_, i) => ({ ...one, message: `m${i}` }));
  const { render: inTerminal } = await gateReporters.terminal();
  const text = String(await inTerminal({ ...report, release }, options));
  expect(text.match(/: m\d+ \(/g)).toHaveLength(listed);
  expect(/.*more messages.*/.exec(text)?.[0].trim()).toBe(more);
});

it('the pages that describe the pipeline name the formats there are', async () => {
  const command = await readFile(join(import.meta.dirname, '../../src/cli/commands/gate.ts'), 'utf8');
  for (const format of Object.keys(gateReporters)) expect(command).toContain(format);
});
