import type { RepeatedKey, Span } from '../../../model/template.js';
import { Stretches } from '../stretches.js';
import type { Catalogue, Entry } from './entry.js';
import { Keys } from './repeats.js';

type Text = Pick<Entry, 'text' | 'toFile'>;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** Strings of one entry of a PO file by keyword. */
interface Block {
  texts: Map<string, Stretches>;
  /** Where the string of each keyword ends. */
  ends: Map<Stretches, number>;
  /** Its first line. */
  head: Span;
  obsolete: boolean;
  /** Files of the program it stands in. */
  usedIn: readonly string[];
}

function addString(made: Stretches, line: string, from: number): void {
  for (const { index, 0: piece } of line.matchAll(/\\.|[^\\]+/g)) {
    const fixed = piece.startsWith('\\');
    made.push(fixed ? (escapes[piece[1]!] ?? piece[1]!) : piece, from + index, fixed);
  }
}

const lineShape = /^(#~\s*)?(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+)?"(.*)"\s*$/;

/** Files of a comment such as `#: templates/mail.html:4 src/mail.py:12`. */
const placesIn = (line: string): string[] =>
  line
    .slice(2)
    .split(/\s+/)
    .filter((place) => place !== '')
    .map((place) => place.replace(/:\d+$/, ''));

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let current: Block | undefined;
  let made: Stretches | undefined;
  let at = 0;
  let usedIn: string[] = [];
  for (const line of source.split('\n')) {
    if (line.startsWith('#:')) usedIn.push(...placesIn(line));
    const [, obsolete, keyword, string] = lineShape.exec(line.replace(/\r$/, '')) ?? [];
    if (keyword === 'msgctxt' || (keyword === 'msgid' && (!current || current.texts.has('msgid')))) {
      const head = { start: at, end: at + line.length };
      current = { texts: new Map(), ends: new Map(), head, obsolete: obsolete !== undefined, usedIn };
      blocks.push(current);
      usedIn = [];
    }
    if (keyword !== undefined && current) {
      made = new Stretches();
      current.texts.set(keyword, made);
    }
    if (string !== undefined && made && current) {
      const from = at + line.indexOf('"') + 1;
      addString(made, string, from);
      current.ends.set(made, from + string.length);
    } else if (line.trim() === '') {
      current = undefined;
      made = undefined;
    }
    at += line.length + 1;
  }
  return blocks;
}

function textOf(block: Block, keyword: string): Text | undefined {
  const made = block.texts.get(keyword);
  const built = made?.build(block.ends.get(made) ?? block.head.end);
  return built && { text: built.text, toFile: built.toText };
}

/** CLDR has no names for the numbered forms of gettext. */
const formOf = (keyword: string): string => /\[(\d)\]/.exec(keyword)?.[1] ?? '';

/** The text of the program itself; one and many where it has both. */
function sourcesOf(block: Block, key: string, id: Text, locale: string): Entry[] {
  const many = textOf(block, 'msgid_plural');
  if (!many) return [{ path: [key], ...id, locale }];
  return [id, many].map((text, form) => ({ path: [key, `${form}`], ...text, locale }));
}

/** Ids that are keys with dots between them: `billing.body_html`. */
const isPath = /^[\w-]+(?:\.[\w-]+)+$/;

function keyOf(block: Block, { text }: Text): string {
  const context = textOf(block, 'msgctxt')?.text;
  return context === undefined ? text : `${context}|${text}`;
}

function repeatsIn(blocks: readonly Block[]): RepeatedKey[] {
  const repeats: RepeatedKey[] = [];
  const keys = new Keys(repeats);
  for (const block of blocks) {
    const id = textOf(block, 'msgid');
    if (id && !block.obsolete) keys.note(keyOf(block, id), block.head);
  }
  return repeats;
}

/** Forms of a plural that the file says its language has, and those that are written; the last of these carries them. */
function numbered(block: Block, keyword: string, forms: number | undefined): Pick<Entry, 'numbered'> {
  const isWritten = (one: string): boolean => (textOf(block, one)?.text ?? '') !== '';
  const written = [...block.texts.keys()].filter((one) => one.startsWith('msgstr[') && isWritten(one));
  return forms === undefined || keyword !== written.at(-1)
    ? {}
    : { numbered: { written: written.map(formOf), of: forms } };
}

function entriesOf(block: Block, { source, forms }: Head): Entry[] {
  const id = textOf(block, 'msgid');
  if (!id || block.obsolete || id.text === '') return [];
  const key = keyOf(block, id);
  const path = isPath.test(key) ? key.split('.') : [key];
  const own = /\s/.test(id.text.trim()) ? sourcesOf(block, key, id, source) : [];
  const translated = [...block.texts.keys()].flatMap((keyword): Entry[] => {
    const text = keyword.startsWith('msgstr') ? textOf(block, keyword) : undefined;
    if (!text || text.text === '') return [];
    const form = formOf(keyword);
    return [{ path: form === '' ? path : [...path, form], ...text, ...numbered(block, keyword, forms) }];
  });
  const entries = [...own, ...translated];
  return block.usedIn.length === 0 ? entries : entries.map((entry) => ({ ...entry, usedIn: block.usedIn }));
}

/** What holds for the whole file. */
interface Head {
  readonly source: string;
  /** How many forms plurals have. */
  readonly forms?: number;
}

/** Reads a PO or POT file. Ids that are sentences are texts of the locale the program is written in. */
export function readPo(source: string, sourceLocale: string): Catalogue {
  const blocks = blocksOf(source);
  const head = blocks.find((block) => textOf(block, 'msgid')?.text === '');
  const said = (head && textOf(head, 'msgstr')?.text) ?? '';
  const language = /^Language:[ \t]*(\S+)/m.exec(said)?.[1];
  const forms = /^Plural-Forms:[ \t]*nplurals[ \t]*=[ \t]*(\d)/m.exec(said)?.[1];
  const whole: Head = { source: sourceLocale, ...(forms !== undefined && { forms: Number(forms) }) };
  const entries = blocks.flatMap((block) => entriesOf(block, whole));
  return { entries, repeats: repeatsIn(blocks), ...(language !== undefined && { locale: language }) };
}
