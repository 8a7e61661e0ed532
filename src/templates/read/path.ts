import type { MessageChannel, PartName } from '../../model/template.js';
import { localeKind, localeOf, normaliseLocale } from './locale.js';
import type { Slots } from './slots.js';
import { readStem, type Said } from './stem.js';
import {
  catalogueEndings,
  channelFolders,
  channelWords,
  containers,
  noTemplates,
  partWords,
  plainNames,
  templateEndings,
} from './vocabulary.js';

/** What the place of a file says about its text. */
export interface PathRole {
  readonly kind: 'template' | 'catalogue';
  /** Ends of the name without the dot, last one last: `html`, `erb`. */
  readonly endings: readonly string[];
  /** Names of folders and of the file that are left, joined by slashes; empty when nothing is left. */
  readonly message: string;
  /** Folders above, nearest last, that tell two messages of one name apart. */
  readonly above: readonly string[];
  readonly channel: MessageChannel;
  readonly part?: PartName;
  readonly locale: string;
}

const isContainer = (word: string): boolean => containers.has(word) || /^templates?[-_]/.test(word);

const besides = new Set('html text transactional marketing system notification notifications'.split(' '));

/** The channel of a folder of several words, `emailTemplates`, `transactional-emails`, none of which is a name. */
function channelOfWords(folder: string): MessageChannel | undefined {
  const words = folder
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/^(e?mail|sms|push)(?=(?:template|notification|text)s?$)/, '$1-')
    .split(/[-_ ]/);
  if (/mailers?$/.test(words.at(-1)!)) return undefined;
  const channels = words.flatMap((word) => channelWords.get(word) ?? []);
  const others = words.filter((word) => !channelWords.has(word));
  const plain = others.every((word) => containers.has(word) || besides.has(word));
  return plain && new Set(channels).size === 1 ? channels[0] : undefined;
}

/** What a folder says; undefined when it is a name. */
function folderSays(folder: string, slot: string, slots: Slots): Said | undefined {
  const word = folder.toLowerCase();
  if (isContainer(word)) return {};
  const channel = channelWords.get(word) ?? channelFolders.get(word) ?? channelOfWords(folder);
  if (channel) return { channel };
  const part = partWords.get(word);
  if (part) return { part };
  const bare = folder.replace(/^values-|\.lproj$/g, '');
  if (localeKind(bare) !== 'none') slots.note(slot, bare);
  if (slots.isLocale(slot, bare)) return { locale: normaliseLocale(bare) };
  const named = localeKind(bare) === 'none' ? localeOf(bare) : '';
  return named === '' ? undefined : { locale: named };
}

const isEnding = (word: string): boolean =>
  templateEndings.has(word.toLowerCase()) || catalogueEndings.has(word.toLowerCase());

/** Folders and the name of a file, split into its stem and its ends. */
export function splitPath(path: string): { folders: string[]; stem: string; endings: string[] } {
  const folders = path.split('/');
  const tokens = folders.pop()!.split('.');
  const endings: string[] = [];
  while (tokens.length > 1 && isEnding(tokens.at(-1)!)) endings.unshift(tokens.pop()!.toLowerCase());
  return { folders, stem: tokens.join('.'), endings };
}

/** `messages.properties.ejs` holds texts by key; `bill.blade.php` is one text. */
const isCatalogue = (endings: readonly string[]): boolean =>
  endings.some((ending) => catalogueEndings.has(ending)) && !endings.includes('blade');

interface Folders {
  readonly said: Said;
  readonly left: readonly string[];
  readonly above: readonly string[];
}

function readFolders(folders: readonly string[], slots: Slots): Folders {
  const said: Said = {};
  const above: string[] = [];
  const left: string[] = [];
  for (const [i, folder] of folders.entries()) {
    const found = folderSays(folder, folders.slice(0, i).join('/'), slots);
    if (found === undefined) {
      left.push(folder);
      if (/[_-]mailer$/i.test(folder)) said.channel = 'email';
    } else if (isContainer(folder.toLowerCase()) || found.channel) above.push(...left.splice(0), folder);
    Object.assign(said, found);
  }
  return { said, left, above };
}

/** What a path says about a file; undefined when it is no template and no catalogue. */
export function readPath(path: string, slots: Slots): PathRole | undefined {
  const { folders, stem, endings } = splitPath(path);
  if (endings.length === 0 || noTemplates.test(stem)) return undefined;
  const name = readStem(stem, folders.join('/'), slots);
  const { said, left, above } = readFolders(folders, slots);
  const { channel, part, locale } = { ...said, ...name.said };
  const rest = plainNames.has(name.rest.toLowerCase()) && left.length > 0 ? '' : name.rest;
  const message = [...left, rest].filter((piece) => piece !== '').join('/');
  return {
    kind: isCatalogue(endings) ? 'catalogue' : 'template',
    endings,
    message: message === '' && part === 'layout' ? stem : message,
    above,
    channel: channel ?? (endings.includes('mjml') ? 'email' : 'unknown'),
    ...(part && { part }),
    locale: locale ?? '',
  };
}
