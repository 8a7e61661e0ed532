import type { SuppliedField, Supply } from '../../model/supply.js';
import type { FieldUse, Part } from '../../model/template.js';
import { groupBy } from '../../text/group-by.js';
import { type CodeFile, CodeWords, shortest } from './code-words.js';
import { ForOthers } from './for-others.js';
import { Mentions } from './mentions.js';

const pathOf = (name: string): string[] => name.replace(/^[.$@]+|\[[^\]]*\]/g, '').split('.');

/** What of a name no code writes, though it writes something that is easily taken for it. */
function misnamed(name: string, words: CodeWords): string | undefined {
  const path = pathOf(name);
  for (const [i, step] of path.entries()) {
    if (words.has(step) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(step)) continue;
    const like = words.like(step, i === 0);
    return like === undefined ? undefined : [...path.slice(0, i), like, ...path.slice(i + 1)].join('.');
  }
  return undefined;
}

/** Syntaxes in which a name is looked up as it is written. */
const exact = new Set<string>(
  'erb ejs freemarker velocity thymeleaf jinja nunjucks twig django go handlebars mustache liquid blade'.split(
    ' ',
  ),
);

/** Whether a name by itself may be a method of anybody. */
const callsMethods = (parts: readonly Part[]): boolean =>
  parts.some(({ parsed }) => parsed.syntax === 'erb' || parsed.syntax === 'ejs');

/** Whether texts ask for a name as that of a variable of an object alone: `@name` in Ruby. */
const isVariable = (name: string, parts: readonly Part[]): boolean =>
  parts.every(({ text, parsed }) => parsed.uses.every((use) => use.name !== name || text[use.start] === '@'));

const isAsked = ({ key, parsed }: Part, { role, local }: FieldUse): boolean =>
  key === '' && (role === 'output' || role === 'argument') && !local && exact.has(parsed.syntax);

/** Names that a message's texts ask for, as they stand there. */
const askedBy = (parts: readonly Part[]): Set<string> =>
  new Set(
    parts.flatMap((part) => part.parsed.uses.filter((use) => isAsked(part, use)).map(({ name }) => name)),
  );

/** Names that no code knows, with what it was mistaken for; none where they are asked for in several messages. */
class Mistaken {
  readonly #messages = new Map<string, number>();
  readonly #senders = new Map<CodeFile, CodeWords>();
  readonly #forOthers: ForOthers;

  constructor(
    messages: ReadonlyMap<string, readonly Part[]>,
    private readonly words: CodeWords,
    files: readonly CodeFile[],
    mentions: Mentions,
  ) {
    const roots = new Map<string, Set<string>>();
    for (const [message, parts] of messages) {
      const asked = askedBy(parts);
      roots.set(message, new Set([...asked].map((name) => pathOf(name)[0]!)));
      for (const name of asked) this.#messages.set(name, (this.#messages.get(name) ?? 0) + 1);
    }
    this.#forOthers = new ForOthers(roots, files, mentions);
  }

  /** What its sender does not write, though it writes others of the same message and nobody else asks for it. */
  #isUnheardOf(message: string, name: string, others: ReadonlySet<string>, sender: CodeWords): boolean {
    const [root = '', ...rest] = pathOf(name);
    if (rest.length > 0 || root.length < shortest || this.words.has(root)) return false;
    if (this.#messages.get(name) === 1 && this.#forOthers.lacks(message, root)) return true;
    const known = [...others].filter((one) => one !== name && sender.has(pathOf(one)[0]!));
    return this.#messages.get(name) === 1 && known.length >= 2;
  }

  /** Whether the code is here that writes what a message asks for; of one that hands over other things nothing follows. */
  #isWrittenHere(asked: ReadonlySet<string>): boolean {
    const known = [...asked].filter((name) => this.words.has(pathOf(name)[0]!));
    return known.length * 2 >= asked.size - 1;
  }

  /** By name, what the sender calls it; empty where nothing is like it. */
  of(message: string, parts: readonly Part[], sender: CodeFile): Map<string, string> {
    const asked = askedBy(parts);
    const own = this.#senders.get(sender) ?? new CodeWords([sender]);
    this.#senders.set(sender, own);
    const found = new Map<string, string>();
    if (!this.#isWrittenHere(asked)) return found;
    for (const name of asked) {
      const like = misnamed(name, this.words);
      const isMethod = callsMethods(parts) && !isVariable(name, parts);
      if (like !== undefined) found.set(name, like);
      else if (!callsMethods(parts) && this.#isUnheardOf(message, name, asked, own)) found.set(name, '');
      else if (!isMethod && this.#forOthers.has(message, pathOf(name)[0]!)) found.set(name, '');
    }
    return found;
  }
}

const namesIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ parsed }) =>
    parsed.uses.flatMap(({ name, alternatives = [] }) => [name, ...alternatives]),
  );

/** Names a message's texts ask for, others in place of mistaken ones, and those that layouts and the like may ask for. */
const fieldsOf = (
  own: readonly Part[],
  known: readonly string[],
  mistaken: ReadonlyMap<string, string>,
): SuppliedField[] =>
  [...new Set([...mistaken.values(), ...namesIn(own), ...known])]
    .filter((name) => name !== '' && !mistaken.has(name))
    .map((name) => ({ name }));

/**
 * What senders beside the templates say of messages that they name: rather too many names than too few, so that what is
 * not among them is a name of theirs mistaken. Messages without one get nothing, for code hands over more than it names.
 */
export function suppliesOfSenders(
  parts: readonly Part[],
  files: readonly CodeFile[],
): ReadonlyMap<string, Supply> {
  if (files.length === 0) return new Map();
  const words = new CodeWords(files);
  const byMessage = groupBy(parts, ({ message }) => message);
  const mentions = new Mentions(byMessage.keys(), files);
  const all = new Mistaken(byMessage, words, files, mentions);
  const found = new Map<
    string,
    { readonly sender: CodeFile; readonly mistaken: ReadonlyMap<string, string> }
  >();
  for (const [message, own] of byMessage) {
    const sender = mentions.sender(message);
    const mistaken = sender && all.of(message, own, sender);
    if (mistaken && mistaken.size > 0) found.set(message, { sender, mistaken });
  }
  const strange = new Set([...found.values()].flatMap(({ mistaken }) => [...mistaken.keys()]));
  const known = [...new Set(namesIn(parts))].filter(
    (name) => !strange.has(name) && words.has(pathOf(name)[0]!),
  );
  return new Map(
    [...found].map(([message, { sender, mistaken }]) => [
      message,
      { evidence: 'tags', source: sender.path, fields: fieldsOf(byMessage.get(message)!, known, mistaken) },
    ]),
  );
}
