import type { Link, Part } from '../../model/template.js';
import { addTo } from '../../text/group-by.js';
import { type Sentence, sentencesOf } from '../sentences.js';
import { type Message, readable, withIncluded } from '../world.js';

/** All a reader gets of a message in one channel and locale; of an e-mail one reading for HTML, one for plain text. */
export interface Reading {
  readonly message: Message;
  readonly locale: string;
  /** Of the word lists: `en`; empty where nothing tells. */
  readonly language: string;
  /** Where it is said what is missing: the body. */
  readonly part: Part;
  readonly parts: readonly Part[];
  readonly sentences: readonly Sentence[];
  readonly links: readonly Link[];
  /** A channel that has room for a sentence or two. */
  readonly isShort: boolean;
}

const heads = new Set(['subject', 'preheader', 'title']);
const shortChannels = new Set(['sms', 'push', 'web_push', 'mms']);
/** Channels in which nobody reads the text but who is to speak it. */
const spoken = new Set(['phone', 'chat', 'branch', 'ivr']);

const common = /\b(?:the|and|you|your|we|our|to|is)\b/gi;

/** The language of words: that of the locale, else told by letters and by common words. */
export function languageOf(locale: string, text: string): string {
  const said = locale.toLowerCase().split('-')[0]!;
  if (said !== '') return said;
  const sample = text.slice(0, 4000);
  const arabic = sample.match(/[\u0621-\u064a]/g)?.length ?? 0;
  const persian = sample.match(/[پچژگکی]/g)?.length ?? 0;
  if (arabic + persian > 10) return persian * 20 > arabic ? 'fa' : 'ar';
  return (sample.match(common)?.length ?? 0) >= 2 ? 'en' : '';
}

function toReading(message: Message, bodies: readonly Part[], heading: readonly Part[]): Reading {
  const part = bodies[0]!;
  const parts = [...new Set([...heading, ...bodies].flatMap(withIncluded))];
  const own = [...heading, ...bodies].map(({ prose }) => prose.text).join('\n');
  return {
    message,
    locale: part.locale,
    language: languageOf(part.locale, own),
    part,
    parts,
    sentences: parts.flatMap(sentencesOf),
    links: parts.flatMap(({ links }) => links),
    isShort: shortChannels.has(part.channel),
  };
}

/** Whole files are a reading each; entries of a catalogue are one together. */
function bodiesOf(parts: readonly Part[]): Part[][] {
  const bodies = parts.filter(({ name }) => !heads.has(name));
  const entries = bodies.filter(({ key }) => key !== '');
  const names = new Set(entries.map(({ name }) => name));
  const apart = names.has('html') && names.has('text');
  const groups = apart ? [...names].map((name) => entries.filter((one) => one.name === name)) : [entries];
  return [...bodies.filter(({ key }) => key === '').map((part) => [part]), ...groups].filter(
    (group) => group.length > 0,
  );
}

/** Entries of a catalogue that nobody says are sent: words of a screen. */
const isOfScreen = ({ channel, key }: Part): boolean => channel === 'unknown' && key !== '';

const noticeFolder = /(?:^|\/)(?:\w+[-_])?notices\//i;
const shortestNotice = 60;

/** An entry kept among notices that is long enough to be one, or a stage of one. */
export const isKeptAmongNotices = (part: Part): boolean =>
  isOfScreen(part) && noticeFolder.test(part.file.path) && part.text.length >= shortestNotice;

/** What readers get of a message, by channel and locale in order of the parts. */
export function readingsOf(message: Message, isLeftOut = isOfScreen): Reading[] {
  const groups = new Map<string, Part[]>();
  for (const part of readable(message)) {
    if (spoken.has(part.channel) || part.name === 'script' || isLeftOut(part)) continue;
    const key = `${part.channel} ${part.locale}`;
    addTo(groups, key, part);
  }
  return [...groups.values()].flatMap((parts) => {
    const heading = parts.filter(({ name }) => heads.has(name));
    return bodiesOf(parts).map((bodies) => toReading(message, bodies, heading));
  });
}

/** The same with entries kept among notices, which may be stages that say a part of it each. */
export const readingsWithStages = (message: Message): Reading[] =>
  readingsOf(message, (part) => isOfScreen(part) && !isKeptAmongNotices(part));
