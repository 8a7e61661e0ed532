import { distance } from 'fastest-levenshtein';
import type { SuppliedField, Supply } from '../../model/supply.js';
import type { Part } from '../../model/template.js';

/** A file of the code that may send messages. */
export interface CodeFile {
  readonly path: string;
  readonly text: string;
}

const word = /[\p{L}_][\p{L}\p{N}_]*/gu;
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const asDigit = (one: string): string => (digits.includes(one) ? String(digits.indexOf(one)) : one);

/** Words of a name: `cardLast4` and `card_last_four` have the same. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Za-z])(\d)/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((one) => one !== '')
    .map(asDigit);
/** `firstName`, `first_name` and `getFirstName` are easily taken for one another. */
const folded = (name: string): string => wordsOf(name).join('');
const shortest = 6;
/** `handlerPhone` without the word before it: the shorter of two such names has two words at least. */
const isTail = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.length >= 2 && longer.length === shorter.length + 1 && longer.slice(1).join() === shorter.join();

/** Names that code knows; what a getter gives is one. */
class Words {
  readonly #all = new Set<string>();
  readonly #folded = new Map<string, string>();

  constructor(files: readonly CodeFile[]) {
    for (const { text } of files) for (const [found] of text.matchAll(word)) this.#add(found);
  }

  #add(name: string): void {
    if (this.#all.has(name)) return;
    this.#all.add(name);
    if (!this.#folded.has(folded(name))) this.#folded.set(folded(name), name);
    const [, got] = /^(?:get|is|has)([A-Z]\w*)$/.exec(name) ?? [];
    if (got) this.#add(got[0]!.toLowerCase() + got.slice(1));
  }

  has = (name: string): boolean => this.#all.has(name);

  /** The same letters otherwise written, or, of a name that stands alone, one letter mistyped. */
  like(name: string, isAlone: boolean): string | undefined {
    const same = this.#folded.get(folded(name));
    if (same !== undefined || !isAlone || name.length < shortest) return same;
    const own = wordsOf(name);
    return [...this.#all].find(
      (other) =>
        (Math.abs(other.length - name.length) <= 1 &&
          distance(other, name) === 1 &&
          `${other}s` !== name &&
          other !== `${name}s`) ||
        isTail(own, wordsOf(other)) ||
        isTail(wordsOf(other), own),
    );
  }
}

const pathOf = (name: string): string[] => name.replace(/^[.$@]+|\[[^\]]*\]/g, '').split('.');

/** What of a name no code writes, though it writes something that is easily taken for it. */
function misnamed(name: string, words: Words): string | undefined {
  const path = pathOf(name);
  for (const [i, step] of path.entries()) {
    if (words.has(step) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(step)) continue;
    const like = words.like(step, i === 0);
    return like === undefined ? undefined : [...path.slice(0, i), like, ...path.slice(i + 1)].join('.');
  }
  return undefined;
}

const camel = (name: string): string =>
  name.replace(/(?:^|[-_])(\p{L})/gu, (_, letter: string) => letter.toUpperCase());

/** Whether code names a message: in quotes, as a method or symbol, or as a class. */
function createMentions(message: string): (text: string) => boolean {
  const stem = message
    .split('/')
    .at(-1)!
    .replace(/[^\p{L}\p{N}_-]/gu, '');
  if (stem.length < 3) return () => false;
  const name = stem.replaceAll('-', '[-_]');
  const quoted = new RegExp(
    `["'\`/.:](?:${name})(?:[./][\\w./-]*)?["'\`]|\\bdef ${name}\\b|\\b${camel(stem)}`,
    'u',
  );
  return (text) => quoted.test(text);
}

/** Syntaxes in which a name is looked up as it is written. */
const exact = new Set<string>(
  'erb ejs freemarker velocity thymeleaf jinja nunjucks twig django go handlebars mustache liquid blade'.split(
    ' ',
  ),
);

function fieldsOf(parts: readonly Part[], words: Words): { fields: SuppliedField[]; isSure: boolean } {
  const fields = new Map<string, SuppliedField>();
  let isSure = false;
  for (const { key, parsed } of parts)
    for (const { name, role, local, alternatives = [] } of parsed.uses) {
      const isAsked =
        key === '' && (role === 'output' || role === 'argument') && !local && exact.has(parsed.syntax);
      const like = isAsked ? misnamed(name, words) : undefined;
      for (const one of [like ?? name, ...alternatives]) fields.set(one, { name: one });
      isSure ||= like !== undefined;
    }
  return { fields: [...fields.values()], isSure };
}

/**
 * What senders beside the templates say of messages that they name: rather too many names than too few, so that what is
 * not among them is a name of theirs mistaken. Messages without one get nothing, for code hands over more than it names.
 */
export function suppliesOfSenders(
  parts: readonly Part[],
  files: readonly CodeFile[],
): ReadonlyMap<string, Supply> {
  if (files.length === 0) return new Map();
  const words = new Words(files);
  const byMessage = new Map<string, Part[]>();
  for (const part of parts) {
    const own = byMessage.get(part.message);
    if (own) own.push(part);
    else byMessage.set(part.message, [part]);
  }
  const supplies = new Map<string, Supply>();
  for (const [message, own] of byMessage) {
    const { fields, isSure } = fieldsOf(own, words);
    if (!isSure) continue;
    const names = createMentions(message);
    const sender = files.find(({ text }) => names(text));
    if (sender) supplies.set(message, { evidence: 'tags', source: sender.path, fields });
  }
  return supplies;
}
