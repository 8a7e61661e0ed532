import type { Part, Prose, TemplateFile } from '../../../model/template.js';
import type { Draft } from '../draft.js';
import { normaliseLocale } from '../locale.js';
import type { PathRole } from '../path.js';
import { decodeTransfer, decodeWords } from './transfer.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Headers by lower-case name, and the body behind them. */
interface Entity {
  readonly headers: ReadonlyMap<string, Span>;
  readonly body: Span;
}

/** Deeper parts than mail clients make, and more of them, are not read. */
const deepest = 8;
const most = 50;

const field = /^([!-9;-~]+):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)/gm;

/** Reads the headers at a place (RFC 5322, 2.2); they end with an empty line. */
function entityAt(source: string, { start, end }: Span): Entity {
  const empty = /\r?\n[ \t]*\r?\n/.exec(source.slice(start, Math.min(end, start + 20_000)));
  const headers = new Map<string, Span>();
  const stop = empty ? start + empty.index + 1 : start;
  for (const match of source.slice(start, stop).matchAll(field)) {
    const from = start + match.index + match[0].length - match[2]!.length;
    const name = match[1]!.toLowerCase();
    if (!headers.has(name)) headers.set(name, { start: from, end: from + match[2]!.trimEnd().length });
  }
  return { headers, body: { start: empty ? start + empty.index + empty[0].length : start, end } };
}

const textOf = (source: string, span: Span | undefined): string =>
  span ? source.slice(span.start, span.end).replace(/\r?\n[ \t]+/g, ' ') : '';

const parameter = (value: string, name: string): string => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? '';
};

/** What stands between the lines of a boundary (RFC 2046, 5.1.1). */
function pieces(source: string, { start, end }: Span, boundary: string): Span[] {
  const found: Span[] = [];
  const line = `--${boundary}`;
  let open = -1;
  for (let at = source.indexOf(line, start); at >= 0 && at < end; at = source.indexOf(line, at + 1)) {
    if (at > start && source[at - 1] !== '\n') continue;
    if (open >= 0) found.push({ start: open, end: at });
    if (source.startsWith('--', at + line.length) || found.length > most) return found;
    open = source.indexOf('\n', at) + 1 || end;
  }
  if (open >= 0) found.push({ start: open, end });
  return found;
}

/** Parts that hold text, attachments left out. */
function leaves(source: string, entity: Entity, depth = 0): Entity[] {
  const type = textOf(source, entity.headers.get('content-type'));
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : '';
  if (boundary !== '' && depth < deepest)
    return pieces(source, entity.body, boundary)
      .flatMap((piece) => leaves(source, entityAt(source, piece), depth + 1))
      .slice(0, most);
  const isText = type === '' || /^text\/(?:plain|html)\b/i.test(type);
  const isKept = /^attachment/i.test(textOf(source, entity.headers.get('content-disposition')));
  return isText && !isKept ? [entity] : [];
}

function toDraft(whole: Omit<Draft, 'text' | 'toFile'>, { text, toText }: Prose): Draft {
  return { ...whole, text, toFile: toText };
}

/** Whether a file is a mail as it travels: in parts, or encoded. */
export function isTravelling({ text }: TemplateFile, { endings }: PathRole): boolean {
  const head = text.slice(0, 20_000).split(/\r?\n[ \t]*\r?\n/)[0]!;
  return (
    endings.includes('eml') &&
    /^content-type:[ \t]*multipart\/|^content-transfer-encoding:[ \t]*(?:quoted-printable|base64)/im.test(
      head,
    )
  );
}

/** Subject and texts of a mail as it travels, each decoded. */
export function readMail(file: TemplateFile, role: PathRole): Draft[] {
  const { text: source } = file;
  const mail = entityAt(source, { start: 0, end: source.length });
  const language = ({ headers }: Entity): string =>
    normaliseLocale(textOf(source, headers.get('content-language')).split(',')[0]!.trim());
  const locale = role.locale || language(mail);
  const whole = { file, message: role.message, channel: 'email' as const, locale };
  const subject = mail.headers.get('subject');
  const first = subject && {
    ...whole,
    key: 'subject',
    name: 'subject' as const,
    markup: 'text' as const,
  };
  const texts = leaves(source, mail).map((entity, i): Draft => {
    const type = textOf(source, entity.headers.get('content-type'));
    const markup: Part['markup'] = /^text\/html\b/i.test(type) ? 'html' : 'text';
    const encoding = textOf(source, entity.headers.get('content-transfer-encoding'));
    const read = decodeTransfer(source, entity.body, encoding, parameter(type, 'charset') || 'utf-8');
    const own = { key: `${markup}${i}`, name: markup, locale: language(entity) || locale, markup };
    return toDraft({ ...whole, ...own }, read);
  });
  return first ? [toDraft(first, decodeWords(source, subject.start, subject.end)), ...texts] : texts;
}
