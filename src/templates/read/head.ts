import type { Span } from '../../model/template.js';
import { normaliseLocale } from './locale.js';

/** What stands above a text: lines `subject: …` between `---`, or headers of a mail before an empty line. */
export interface Head {
  readonly fields: readonly (Span & { readonly name: 'subject' | 'preheader' })[];
  readonly locale: string;
  /** Where the text itself begins. */
  readonly end: number;
}

const none: Head = { fields: [], locale: '', end: 0 };
const longest = 20_000;

/** Offsets behind the opening line, of the closing line and behind it. */
function frontMatter(text: string): { start: number; close: number; end: number } | undefined {
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (!open) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = open[0].length;
  const close = closing.exec(text);
  if (!close || close.index > longest) return undefined;
  return { start: open[0].length, close: close.index, end: closing.lastIndex };
}

const headerName =
  /^(?:subject|from|to|cc|bcc|reply-to|date|mime-version|content-type|x-[\w-]+|list-unsubscribe):/i;

/** Headers count in .eml files, and where the first line is the subject, sender or receiver of a mail. */
function mailHeaders(
  text: string,
  endings: readonly string[],
): { start: number; close: number; end: number } | undefined {
  if (!endings.includes('eml') && !/^(?:subject|from|to):[ \t]*\S/i.test(text)) return undefined;
  const empty = /\r?\n[ \t]*\r?\n/.exec(text.slice(0, longest));
  if (!empty || !headerName.test(text)) return undefined;
  return { start: 0, close: empty.index + 1, end: empty.index + empty[0].length };
}

const line = /^[ \t]*([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gm;
const kinds: Readonly<Record<string, 'subject' | 'preheader'>> = {
  subject: 'subject',
  email_subject: 'subject',
  preheader: 'preheader',
  preview: 'preheader',
  preview_text: 'preheader',
  previewtext: 'preheader',
};

/** Without the quotes around it. */
function bare(value: string, start: number): Span {
  const quoted = value.length > 1 && /^(['"]).*\1$/s.test(value);
  return quoted ? { start: start + 1, end: start + value.length - 1 } : { start, end: start + value.length };
}

/** Reads what stands above a text. */
export function readHead(text: string, endings: readonly string[]): Head {
  const found = frontMatter(text) ?? mailHeaders(text, endings);
  if (!found) return none;
  const fields: Head['fields'][number][] = [];
  let locale = '';
  for (const match of text.slice(found.start, found.close).matchAll(line)) {
    const key = match[1]!.toLowerCase().replaceAll('-', '_');
    const value = match[2]!;
    const name = kinds[key];
    const start = found.start + match.index + match[0].trimEnd().length - value.length;
    if (name && value !== '') fields.push({ name, ...bare(value, start) });
    if (/^(?:lang|locale|language|content_language)$/.test(key))
      locale = normaliseLocale(value.replace(/['"]/g, ''));
  }
  return { fields, locale, end: found.end };
}
