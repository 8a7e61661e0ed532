import type { TemplateFile } from '../../model/template.js';
import { localeOf } from './locale.js';

/** A template that is larger is refused: nothing of this size is sent. */
export const largestTemplate = 5_000_000;

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const strict = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    const decoder = encoding === 'utf-8' && fatal ? strict : new TextDecoder(encoding, { fatal });
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const declaration = /charset\s*=\s*["']?([\w-]+)|^<\?xml[^>]*\bencoding=["']([\w-]+)|charset=([\w-]+)\\n/i;

/** What the text says about itself, when it says another encoding than UTF-8. */
function declared(bytes: Uint8Array): string | undefined {
  const found = declaration.exec(decode(bytes.subarray(0, 4096), 'windows-1252', false)!);
  const label = found?.[1] ?? found?.[2] ?? found?.[3];
  return label !== undefined && !/^utf-?8$/i.test(label) ? label : undefined;
}

/** Languages in Arabic script, which Windows-1256 is for. */
const arabic = new Set(['ar', 'fa', 'ur', 'ps', 'ku']);

function usual(path: string): string {
  const words = path.split(/[/._-]/);
  return words.some((word) => arabic.has(localeOf(word).split('-')[0]!)) ? 'windows-1256' : 'windows-1252';
}

/** Bytes that are not UTF-8, as their declaration says or else as the path's language was written. */
function decodeOther(path: string, bytes: Uint8Array): TemplateFile {
  const own = declared(bytes);
  const text = own === undefined ? undefined : decode(bytes, own, true);
  if (text !== undefined) return { path, text };
  const latin = /\.properties(?:\.\w+)?$/.test(path);
  const encoding = latin ? 'windows-1252' : usual(path);
  const read = decode(bytes, encoding, false)!;
  return latin ? { path, text: read } : { path, text: read, problem: `not UTF-8; read as ${encoding}` };
}

/** A file's text. What cannot be read has no text; what was read by a guess says so. */
export function decodeTemplate(path: string, bytes: Uint8Array): TemplateFile {
  if (bytes.length > largestTemplate) return { path, text: '', problem: 'larger than 5 MB' };
  const mark = marks.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  const text = decode(bytes, mark?.[0] ?? 'utf-8', true);
  if (mark && text === undefined)
    return { path, text: '', problem: `not ${mark[0].toUpperCase()}, as its first bytes say` };
  if (text?.includes('\0') ?? bytes.includes(0)) return { path, text: '', problem: 'binary' };
  return text === undefined ? decodeOther(path, bytes) : { path, text };
}
