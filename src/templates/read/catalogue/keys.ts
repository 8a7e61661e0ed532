import type { MessageChannel, PartName } from '../../../model/template.js';
import { channelWords, containers, partWords } from '../vocabulary.js';

/** What the key of an entry says about its text. */
export interface KeyRole {
  /** Keys that name the message, joined by slashes; empty when nothing is left. */
  readonly message: string;
  readonly channel: MessageChannel;
  readonly part?: PartName;
  readonly html: boolean;
  /** Whether the key says that its text is a message, or a piece of one. */
  readonly isMessage: boolean;
}

/** Words of a key: `welcomeEmail_subject` is welcome, email, subject. */
const wordsOf = (key: string): string[] =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_\s-]+/)
    .filter((word) => word !== '');

const subjects = new Set([
  'subject',
  'preheader',
  'html',
  'text',
  'plain',
  'body',
  'title',
  'content',
  'message',
]);

/** Pieces of mails that catalogues keep apart. */
const pieces =
  /^(?:greeting|salutation|intro|introduction|opening|paragraph|line|closing|signature|signoff|sign_off|footer|header|heading|cta|button|action|action_text|link_text|regards|thanks|unsubscribe|text|p|body|disclaimer|note|ignore|instruction|instructions|content)s?_?\d*(?:_html)?$/;

interface Leaf {
  readonly rest: string;
  readonly channel?: MessageChannel;
  readonly part?: PartName;
  readonly html: boolean;
}

/** Takes channel and part off the end of the last key: `reset_email_subject` is about `reset`. */
function readLeaf(key: string): Leaf {
  const words = wordsOf(key);
  let channel: MessageChannel | undefined;
  let part: PartName | undefined;
  let html = false;
  while (words.length > 0) {
    const word = words.at(-1)!;
    const known = subjects.has(word) ? partWords.get(word) : undefined;
    if (known && (part === undefined || part === 'html' || part === 'text')) part = known;
    else if (channelWords.has(word) && channel === undefined) channel = channelWords.get(word)!;
    else break;
    html ||= word === 'html';
    words.pop();
  }
  if (words.length > 1 && channel === undefined && part === undefined) {
    const first = channelWords.get(words[0]!);
    if (first === 'sms' || first === 'push') channel = first;
    else if (words[0] === 'subject' || words[0] === 'body') part = partWords.get(words[0])!;
    if (channel ?? part) words.shift();
  }
  return { rest: words.join('_'), ...(channel && { channel }), ...(part && { part }), html };
}

/** How much a key says about being sent: `emails` and `user_mailer` all, `email` in the middle of a page little. */
function channelOfKey(key: string, depth: number): { channel: MessageChannel; sure: boolean } | undefined {
  const word = key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  if (/(?:^|[_-])mailers?$/.test(word)) return { channel: 'email', sure: true };
  const channel = channelWords.get(word);
  if (channel) return { channel, sure: depth === 0 || channel !== 'email' || /s$/.test(word) };
  if (/(?:^|_)(?:email|mail)_?(?:templates?|notifications?|messages?|texts?)$/.test(word))
    return { channel: 'email', sure: true };
  if (/(?:^|_)sms_?(?:templates?|notifications?|messages?|texts?)$/.test(word))
    return { channel: 'sms', sure: true };
  if (/(?:^|_)push_?(?:templates?|notifications?|messages?|texts?)$/.test(word))
    return { channel: 'push', sure: true };
  return undefined;
}

/** Keys of pages: below them stands what a program shows, whatever it is about. */
const pages =
  /^(?:views?|pages?|components?|forms?|simple_form|errors?|activerecord|activemodel|attributes|labels?|placeholders?|questions?|faqs?|settings|menu|nav|navigation|tooltips?|buttons?|admin|privacy_?policy|terms.*|.+_(?:pages?|policy|form|controller))$/i;

const isGeneral = (key: string): boolean =>
  containers.has(key.toLowerCase()) || channelWords.has(key.toLowerCase());

interface Above {
  channel?: MessageChannel;
  sure: boolean;
  readonly left: string[];
  /** How many keys stand below the one that said the channel. */
  below: number;
  /** A part that stands above its forms: `email.body.after_deadline`. */
  part?: PartName;
}

function readAbove(keys: readonly string[], fileChannel: MessageChannel): Above {
  const above: Above = { sure: fileChannel !== 'unknown', left: [], below: 0 };
  if (fileChannel !== 'unknown') above.channel = fileChannel;
  for (const [depth, key] of keys.entries()) {
    const found = channelOfKey(key, depth);
    const part = above.channel && above.below === 0 && subjects.has(key) ? partWords.get(key) : undefined;
    if (part) {
      above.part = part;
      continue;
    }
    above.below++;
    if (found) Object.assign(above, { channel: found.channel, sure: above.sure || found.sure, below: 0 });
    if (!isGeneral(key)) above.left.push(key);
  }
  return above;
}

/** Whether a text under a key like `sms` is what is sent, and not the label of a field. */
const isLong = (text: string): boolean =>
  text.length >= 30 || (/\s/.test(text) && /[%{<$[]|(?<![\p{L}\p{N}]):[a-z]/u.test(text));

/** What the keys of an entry say, in a file of a channel. */
export function readKeys(path: readonly string[], text: string, fileChannel: MessageChannel): KeyRole {
  const above = readAbove(path.slice(0, -1), fileChannel);
  const last = path.at(-1) ?? '';
  const leaf = readLeaf(last);
  const channel = leaf.channel ?? above.channel ?? 'unknown';
  const bare = leaf.rest === '';
  const part = leaf.part ?? above.part;
  const named = part !== undefined || pieces.test(last.toLowerCase());
  const shown =
    fileChannel === 'unknown' &&
    path.some((key) => pages.test(key)) &&
    !path.some((key) => /mailer/i.test(key));
  const isMessage =
    channel !== 'unknown' &&
    !shown &&
    !(leaf.html && leaf.channel === 'sms') &&
    (leaf.channel && !leaf.part
      ? fileChannel !== 'unknown'
        ? isLong(text) && (above.left.length > 0 || !bare)
        : (bare || text.length >= 60) && above.left.length > 0 && isLong(text)
      : leaf.channel
        ? true
        : above.sure || (above.below === 0 && (named || text.length >= 60)));
  const rest = piecesOf(above, leaf, last, channel);
  return {
    message: rest.join('/'),
    channel,
    ...(part && { part }),
    html: leaf.html,
    isMessage,
  };
}

/** Keys that name the message: of a mail the last one is a piece of it, unless it is the only one. */
function piecesOf(
  { left, part: above }: Above,
  { rest, part = above }: Leaf,
  last: string,
  channel: MessageChannel,
): string[] {
  if (rest === '') return [...left];
  const isPiece = pieces.test(last.toLowerCase());
  if (part !== undefined && !isPiece) return [...left, rest];
  return left.length > 0 && (channel === 'email' || isPiece) ? [...left] : [...left, rest];
}
