import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { openTerminal } from '../test/cli/explore/terminal.js';
import { withFiles } from '../test/cli/run-unsilo.js';
import { drawPages } from './picture-pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const [size, lead, left, top] = [14, 19, 18, 46];
const colours: Readonly<Record<number, string>> = {
  31: '#f07178',
  32: '#8fc77a',
  33: '#e6b450',
  34: '#6cb6ff',
  35: '#d2a6ff',
  36: '#5ccfe6',
  90: '#8a93a0',
  91: '#ff8f94',
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One coloured line of a terminal as `tspan`s. */
function toSpans(line: string): string {
  let fill = '';
  let weight = '';
  let opacity = '';
  const parts = line.split(new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`));
  return parts
    .map((part, i) => {
      if (i % 2 === 0)
        return (
          part && `<tspan${fill}${weight}${opacity}>${escapeXml(part).replaceAll(' ', '\u00a0')}</tspan>`
        );
      for (const code of part.split(';').map(Number)) {
        if (code === 0 || code === 39) fill = '';
        if (code === 0 || code === 22) [weight, opacity] = ['', ''];
        if (code === 1) weight = ' font-weight="bold"';
        if (code === 2) opacity = ' opacity="0.65"';
        if (colours[code]) fill = ` fill="${colours[code]}"`;
      }
      return '';
    })
    .join('');
}

const esc = String.fromCharCode(27);
const inverse = `${esc}[7m`;

/** Lines of which each begins with the looks that the one before left on; one code a sequence. */
function standAlone(lines: readonly string[]): string[] {
  let on: number[] = [];
  return lines.map((line) => {
    const begin = on.map((code) => `${esc}[${code}m`).join('');
    const own = line.replace(new RegExp(`${esc}\\[([\\d;]*)m`, 'g'), (_, codes: string) =>
      codes
        .split(';')
        .map((code) => `${esc}[${Number(code)}m`)
        .join(''),
    );
    for (const [, code] of own.matchAll(new RegExp(`${esc}\\[(\\d+)m`, 'g')))
      on = code === '0' ? [] : [...on, Number(code)];
    return own.startsWith(`${esc}[0m`) ? own : `${begin}${own}`;
  });
}

/** A line that is turned round stands dark on light. */
function toRow(line: string, i: number): string {
  const y = top + (i + 1) * lead;
  const text = `<text x="${left}" y="${y}"`;
  if (!line.includes(inverse)) return `${text}>${toSpans(line)}</text>`;
  const band = `<rect x="${left - 4}" y="${y - size}" width="${900 - 2 * left + 8}" height="${lead}" fill="#d6dbe2"/>`;
  return `${band}${text} fill="#12161c">${toSpans(line)}</text>`;
}

/** A picture in the README: what a real run shows, so that it never shows what unsilo does not. */
function toSvg(command: string, lines: readonly string[]): string {
  const height = top + lines.length * lead + 20;
  const rows = lines.map(toRow);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${height}" viewBox="0 0 900 ${height}" role="img" aria-label="${command}">
<rect width="900" height="${height}" rx="8" fill="#12161c"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="${size}" fill="#d6dbe2">
<text x="${left}" y="32" fill="${colours[90]}">$ ${command}</text>
${rows.join('\n')}
</g>
</svg>
`;
}

/** The first lines a command prints. */
async function drawLines(name: string, args: readonly string[], lines: number): Promise<void> {
  const { stdout } = await execa('node', ['bin/unsilo.js', ...args, '--quiet', '--color'], { cwd: root });
  const svg = toSvg(`unsilo ${args.slice(0, 2).join(' ')}`, stdout.split('\n').slice(0, lines));
  await writeFile(join(root, `.github/${name}.svg`), svg);
}

/** The explorer on a finding, in a terminal of its own. */
const drawExplorer = (): Promise<void> =>
  withFiles({}, async (dir) => {
    await cp(join(root, 'fixtures/example-bank'), join(dir, 'bank'), { recursive: true });
    const terminal = await openTerminal(dir, 100, 32);
    try {
      await terminal.type(`clear; node ${join(root, 'bin/unsilo.js')} explore bank --quiet`);
      await terminal.keys('Enter');
      await terminal.shows('[2 Findings]');
      await terminal.keys('/');
      await terminal.type('opt-out card-core');
      await terminal.keys('Enter', 'Enter');
      await terminal.shows('Whom');
      await terminal.keys(...Array.from({ length: 18 }, () => 'j'));
      await terminal.shows(/ 19\//);
      const lines = (await terminal.coloured()).split('\n');
      await writeFile(join(root, '.github/explore.svg'), toSvg('unsilo explore bank', standAlone(lines)));
      await terminal.keys('q');
    } finally {
      await terminal.close();
    }
  });

const pictures: Readonly<Record<string, () => Promise<void>>> = {
  run: () => drawLines('run', ['audit', 'fixtures/example-bank', '--fail-on', 'never'], 38),
  triage: () => drawLines('triage', ['triage', 'fixtures/example-bank'], 30),
  explore: drawExplorer,
  pages: () => drawPages(root, join(root, '.github')),
};

// All of them, or those named.
const named = process.argv.slice(2);
for (const [name, draw] of Object.entries(pictures))
  if (named.length === 0 || named.includes(name)) await draw();
