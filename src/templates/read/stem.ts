import type { MessageChannel, PartName } from '../../model/template.js';
import { localeKind, normaliseLocale } from './locale.js';
import type { Slots } from './slots.js';
import { aboutChannels, channelWords, partWords } from './vocabulary.js';

/** What words of a path say. */
export interface Said {
  channel?: MessageChannel;
  part?: PartName;
  locale?: string;
}

interface Split {
  readonly rest: string;
  readonly said: Said;
}

/** Parts that a name ends with only when it is nothing else: `user_message`, `knowledge_base`, `cover_letter`. */
const wholeOnly = new Set(
  'message content script letter base master layout layouts wrapper component preview'.split(' '),
);

function localeAtEnd(
  rest: string,
  end: string,
  count: number,
  slot: string,
  slots: Slots,
): Split | undefined {
  const kind = localeKind(end);
  if (kind === 'none') return undefined;
  slots.note(slot, end);
  if (kind === 'locale' && rest === '' && count === 1 && end.length > 2) return undefined;
  return slots.isLocale(slot, end) ? { rest, said: { locale: normaliseLocale(end) } } : undefined;
}

/** `confirm_email` is about a mail address, unless `confirm_sms` stands beside it. */
function channelAtEnd(rest: string, word: string, slot: string, slots: Slots): Split | undefined {
  const channel = channelWords.get(word);
  if (!channel || rest === '' || aboutChannels.has(word)) return undefined;
  slots.note(`${slot}#channel`, channel);
  slots.note(`${slot}#part`, word);
  const alone = !slots.hasOther(`${slot}#channel`, channel) && !slots.hasOther(`${slot}#part`, word);
  return { rest: channel === 'email' && alone ? '' : rest, said: { channel } };
}

/** `signup_message` is a name, unless `signup_subject` stands beside it. */
function partAtEnd(rest: string, word: string, slot: string, slots: Slots): Split | undefined {
  const part = partWords.get(word);
  if (!part) return undefined;
  const isBody = word === 'message' || word === 'content';
  if (isBody || word === 'subject') slots.note(`${slot}#part`, word);
  const kept = wholeOnly.has(word) && rest !== '' && !(isBody && slots.hasOther(`${slot}#part`, word));
  return kept ? undefined : { rest, said: { part } };
}

/** Splits a word off the end of a name: `otp_sms` gives `otp` and what `sms` says. */
function splitEnd(stem: string, folder: string, slots: Slots): Split | undefined {
  const tokens = stem.split(/([_.-])/);
  for (const count of [3, 2, 1]) {
    const from = tokens.length - (2 * count - 1);
    if (from < 0) continue;
    const end = tokens.slice(from).join('');
    const word = end.toLowerCase();
    const rest = tokens.slice(0, Math.max(from - 1, 0)).join('');
    const slot = `${folder}/${rest}`;
    const found =
      localeAtEnd(rest, end, count, slot, slots) ??
      channelAtEnd(rest, word, slot, slots) ??
      partAtEnd(rest, word, slot, slots);
    if (found) return found;
  }
  return undefined;
}

const prefix = /^(sms|push|whatsapp|inapp|in_app|email|mail)[_-](?=.)/i;

function readPrefix(stem: string, folder: string, slots: Slots): Split {
  const begins = prefix.exec(stem);
  const channel = begins && channelWords.get(begins[1]!.toLowerCase());
  if (!begins || !channel) return { rest: stem, said: {} };
  const rest = stem.slice(begins[0].length);
  const slot = `${folder}/${rest}#channel`;
  slots.note(slot, channel);
  const keeps = channel === 'email' && !slots.hasOther(slot, channel);
  return { rest: keeps ? stem : rest, said: { channel } };
}

/** Takes a name apart from its end: what is left is the message's name. */
export function readStem(stem: string, folder: string, slots: Slots): Split {
  let rest = stem.replace(/^_(?=\w)/, '');
  const said: Said = rest === stem ? {} : { part: 'partial' };
  for (let split = splitEnd(rest, folder, slots); split; split = splitEnd(rest, folder, slots)) {
    Object.assign(said, { ...split.said, ...said });
    if (split.rest === '' && split.said.channel) break;
    rest = split.rest;
    if (rest === '') break;
  }
  const channel = channelWords.get(rest.toLowerCase());
  if (channel) return { rest: '', said: { channel, ...said } };
  const begun = readPrefix(rest, folder, slots);
  return { rest: begun.rest, said: { ...begun.said, ...said } };
}
