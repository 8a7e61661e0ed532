import type { MessageChannel, PluralUse, TemplateFile } from '../../../model/template.js';
import { addTo } from '../../../text/group-by.js';
import type { Draft } from '../draft.js';
import { normaliseLocale } from '../locale.js';
import { type PathRole, readPath } from '../path.js';
import type { Placed } from '../places.js';
import { Slots } from '../slots.js';
import { markupOf, partOf } from '../template.js';
import { containers, plainNames } from '../vocabulary.js';
import type { Catalogue } from './entry.js';
import { type KeyRole, readKeys } from './keys.js';
import { type LocatedEntry, splitLocales } from './locales.js';
import { pluralOf, pluralUse } from './plurals.js';
import { repeatsByEntry } from './repeats.js';
import { withSentenceKeys } from './sentence-keys.js';

/** Names of catalogues that say nothing about what is in them. */
const plainCatalogues =
  /^(?:common|global|translations?|strings|locales?|lang|django|devise|app|server|client|all)$/i;

const nameOf = ({ message }: PathRole): string =>
  message
    .split('/')
    .filter((word) => !plainNames.has(word.toLowerCase()) && !containers.has(word.toLowerCase()))
    .filter((word) => !plainCatalogues.test(word) && word !== 'LC_MESSAGES')
    .join('/');

const join = (...pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join('/');

/** Categories of the plural forms of a catalogue by locale and stem. */
function formsOf(entries: readonly LocatedEntry[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const { path, locale } of entries) {
    const plural = pluralOf(path);
    if (!plural) continue;
    const id = `${locale} ${plural.stem}`;
    addTo(forms, id, plural.category);
  }
  return forms;
}

function pluralsOf(entry: LocatedEntry, forms: ReadonlyMap<string, string[]>): PluralUse[] {
  if (entry.numbered) {
    const { written, of } = entry.numbered;
    const stem = entry.path.slice(0, -1).join('.');
    return [{ start: 0, end: entry.text.length, name: stem, kind: 'numbered', categories: written, of }];
  }
  const plural = pluralOf(entry.path);
  const own = plural && forms.get(`${entry.locale} ${plural.stem}`);
  if (!plural || !own || own.length < 2 || plural.category !== (own.includes('other') ? 'other' : own.at(-1)))
    return [];
  return [pluralUse('count', own, entry.text.length)];
}

/** Keys under which both a subject and a body stand: these are mails wherever they are kept. */
function mailsOf(entries: readonly LocatedEntry[]): Set<string> {
  const leaves = new Map<string, Set<string>>();
  for (const { path } of entries) {
    const parent = path.slice(0, -1).join('.');
    const known = leaves.get(parent);
    const leaf = path.at(-1)?.toLowerCase() ?? '';
    if (known) known.add(leaf);
    else leaves.set(parent, new Set([leaf]));
  }
  const bodies = ['body', 'body_html', 'html', 'text', 'content', 'message'];
  const isMail = (keys: ReadonlySet<string>): boolean =>
    keys.has('subject') && bodies.some((body) => keys.has(body));
  return new Set([...leaves].filter(([, keys]) => isMail(keys)).map(([parent]) => parent));
}

interface Reading {
  readonly file: TemplateFile;
  readonly role: PathRole;
  readonly forms: ReadonlyMap<string, string[]>;
  readonly mails: ReadonlySet<string>;
  readonly placed?: Placed | undefined;
}

/** What settings say of a key; undefined where they say nothing of keys. */
function placedKey({ role, placed }: Reading, key: string): KeyRole | undefined {
  if (!placed?.keyFit) return undefined;
  const taken = placed.keyFit(key);
  const html = /html$/i.test(key);
  if (!taken) return { message: key, channel: 'unknown', html, isMessage: false };
  return {
    message: taken.message ?? role.message,
    channel: taken.channel ?? (role.channel === 'unknown' ? 'email' : role.channel),
    ...(taken.part && { part: taken.part }),
    html,
    isMessage: true,
  };
}

/** The channel of the files that put a text in; one of them is enough. */
function channelOfUse({ usedIn = [] }: LocatedEntry): MessageChannel {
  for (const path of usedIn) {
    const channel = readPath(path, new Slots())?.channel ?? 'unknown';
    if (channel !== 'unknown') return channel;
  }
  return 'unknown';
}

function toDraft(reading: Reading, entry: LocatedEntry): Draft {
  const { file, role, forms, placed } = reading;
  const key = entry.path.join('.');
  const plural = pluralOf(entry.path);
  const own = placedKey(reading, plural?.stem ?? key);
  const isMail = role.channel === 'unknown' && reading.mails.has(entry.path.slice(0, -1).join('.'));
  const path = plural ? plural.stem.split('.') : entry.path;
  const keys = own ?? readKeys(path, entry.text, isMail ? 'email' : role.channel);
  const markup = keys.html ? 'html' : markupOf(entry.text, []);
  const channel = keys.isMessage ? keys.channel : channelOfUse(entry);
  const said = keys.part ?? role.part;
  const whole =
    keys.isMessage &&
    (said !== undefined || channel === 'sms' || channel === 'push' || entry.path.length <= 1);
  const name = channel === 'unknown' || !whole ? 'other' : partOf(said, channel, markup);
  const plurals = pluralsOf(entry, forms);
  // Numbered forms of gettext are one message.
  const message = keys.isMessage ? keys.message : entry.usedIn ? entry.path[0]! : key;
  return {
    file,
    key,
    message: own?.isMessage ? message : join(nameOf(role), message),
    channel,
    name: channel === 'email' && name === 'title' ? 'subject' : name,
    locale: entry.locale,
    markup,
    text: entry.text,
    toFile: entry.toFile,
    ...(plurals.length > 0 && { plurals }),
    ...(role.endings.at(-1) === 'ftl' && { syntax: 'fluent' as const }),
    ...(placed?.place.syntax && { syntax: placed.place.syntax }),
  };
}

/** The texts of a catalogue; `placed` is what settings say of its file. */
export function draftsOf(
  file: TemplateFile,
  role: PathRole,
  catalogue: Catalogue,
  source: string,
  placed?: Placed,
): Draft[] {
  const locale = role.locale || (catalogue.locale === undefined ? '' : normaliseLocale(catalogue.locale));
  const located = splitLocales(catalogue.entries, locale);
  const entries = role.endings.at(-1) === 'json' ? withSentenceKeys(located, source) : located;
  const forms = formsOf(entries);
  const mails = mailsOf(entries);
  const repeats = repeatsByEntry(entries, catalogue.repeats ?? []);
  return entries.map((entry) => {
    const draft = toDraft({ file, role, forms, mails, placed }, entry);
    const repeated = repeats.get(entry);
    return repeated ? { ...draft, repeated } : draft;
  });
}
