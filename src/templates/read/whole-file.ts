import type { TemplateFile } from '../../model/template.js';
import type { Draft } from './draft.js';
import { type Head, readHead } from './head.js';
import type { PathRole } from './path.js';
import type { Place } from './places.js';
import { channelOf, markupOf, partOf } from './template.js';

const engineTag = /\{\{|\{%|<%|%%[[=A-Za-z_]|\$\{|%\{|<<\w|<\?(?:php\b|=)/;

/** Whether a plain text is sent to anybody: its place says so, or an engine is to fill it. */
const isSent = ({ channel, part }: PathRole, text: string): boolean =>
  channel !== 'unknown' || part === 'subject' || engineTag.test(text.slice(0, 200_000));

/** Subject and preheader that stand above the text. */
const headDrafts = (whole: Draft, { fields }: Head): Draft[] =>
  fields.map(({ name, start, end }) => ({
    ...whole,
    key: name,
    name,
    markup: 'text',
    text: whole.file.text.slice(start, end),
    toFile: (offset) => start + offset,
  }));

/** A file that is one text, and what stands above it. */
export function readWhole(file: TemplateFile, role: PathRole, place?: Place): Draft[] {
  const head = readHead(file.text, role.endings);
  const text = file.text.slice(head.end);
  const markup = markupOf(text, role.endings, role.part);
  if (markup === 'text' && !place && !isSent(role, file.text)) return [];
  const said = channelOf(role, text, markup);
  const channel = said === 'unknown' && head.fields.length > 0 ? 'email' : said;
  const whole: Draft = {
    file,
    key: '',
    message: role.message,
    channel,
    name: partOf(role.part, channel, markup),
    locale: role.locale === '' ? head.locale : role.locale,
    markup,
    text,
    toFile: (offset) => head.end + offset,
    ...(place?.syntax && { syntax: place.syntax }),
  };
  return [...headDrafts(whole, head), whole];
}

/** Whether a file of PHP is a text with code in it, and neither a catalogue nor a program. */
export const isPhpTemplate = ({ path, text }: TemplateFile, { endings }: PathRole): boolean =>
  endings.at(-1) === 'php' &&
  path.endsWith('.php') &&
  /<\?=|\?>\s*\S/.test(text) &&
  !/^\s*<\?php[^?]{0,2000}\breturn\s*(?:array\s*\(|\[)/.test(text);

/** The same as a whole file, where its place or its marks say how it is sent: most PHP are pages. */
export const readSent = (file: TemplateFile, role: PathRole, place?: Place): Draft[] =>
  readWhole(file, role, place).filter(({ channel }) => channel !== 'unknown');
