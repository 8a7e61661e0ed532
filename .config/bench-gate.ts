import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

/** `npm run bench:gate [messages]`: the built command over HTML and text of messages in 40 locales, cold. */
const messages = Number(process.argv[2] ?? 25);
const locales =
  'ar bg bn ca cs da de el en es et fa fi fr gl he hi hr hu hy id it ja ka ko lt lv mk nb nl pl pt ro ru sk sl sr sv th uk'.split(
    ' ',
  );

const sentences = (locale: string): string =>
  locale === 'ar' || locale === 'fa'
    ? 'مرحبا {{name}}، تم دفع {{amount}} في {{date}}. الرجاء الاحتفاظ بهذه الرسالة.'
    : 'Hello {{name}}, we took {{amount}} on {{date}}. Please keep this message for your records.';

const text = (locale: string, i: number): string =>
  `${`${sentences(locale)}\n`.repeat(5)}\nPay: {{pay_url}}\nStop: {{unsubscribe_url}}\nMessage ${i}\n`;

const html = (locale: string, i: number): string =>
  `<!doctype html>\n<html lang="${locale}" dir="${/^(?:ar|fa|he)$/.test(locale) ? 'rtl' : 'ltr'}">\n<head><title>${i}</title><style>td { padding: 4px; }</style></head>\n<body><table role="presentation"><tr><td>\n${`<p style="margin:0">${sentences(locale)}</p>\n`.repeat(5)}<a href="{{pay_url}}">Pay {{amount}}</a> <a href="{{unsubscribe_url}}">Unsubscribe</a></td></tr></table></body>\n</html>\n`;

function write(folder: string): number {
  let count = 0;
  for (let i = 0; i < messages; i++)
    for (const locale of locales)
      for (const [ending, make] of [
        ['html', html],
        ['txt', text],
      ] as const) {
        const file = join(folder, 'emails', `message${i}`, `${locale}.${ending}`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, make(locale, i));
        count++;
      }
  return count;
}

/** Says at the end of the command how many milliseconds of processors it used. */
const meter = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('cpu ' + Math.round((user + system) / 1000)); });",
)}`;

const folder = mkdtempSync(join(tmpdir(), 'bench-gate-'));
try {
  const count = write(folder);
  const command = fileURLToPath(new URL('../bin/unsilo.js', import.meta.url));
  const begun = performance.now();
  const { stdout, stderr } = await execa(
    process.execPath,
    ['--import', meter, command, 'gate', folder, '--quiet'],
    { reject: false },
  );
  const wall = Math.round(performance.now() - begun);
  const cpu = /cpu (\d+)$/.exec(stderr)?.[1];
  process.stdout.write(`${stdout.split('\n').slice(-3).join('\n')}\n`);
  process.stdout.write(
    `${count} files, ${locales.length} locales: ${cpu} ms of processors, ${wall} ms by the clock\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
