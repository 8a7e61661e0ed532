import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

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

/** The picture in the README: the opening of a real run, so that it never shows what unsilo does not print. */
function toSvg(command: string, lines: readonly string[]): string {
  const height = top + lines.length * lead + 20;
  const rows = lines.map(
    (line, i) => `<text x="${left}" y="${top + (i + 1) * lead}">${toSpans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${height}" viewBox="0 0 900 ${height}" role="img" aria-label="${command}">
<rect width="900" height="${height}" rx="8" fill="#12161c"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="${size}" fill="#d6dbe2">
<text x="${left}" y="32" fill="${colours[90]}">$ ${command}</text>
${rows.join('\n')}
</g>
</svg>
`;
}

const { stdout } = await execa(
  'node',
  ['bin/unsilo.js', 'audit', 'fixtures/example-bank', '--quiet', '--fail-on', 'never', '--color'],
  { cwd: root },
);
const svg = toSvg('unsilo audit fixtures/example-bank', stdout.split('\n').slice(0, 38));
await writeFile(join(root, '.github/run.svg'), svg);
