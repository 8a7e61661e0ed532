import type { Preview, PreviewCard, PreviewCost } from '../../model/preview.js';
import type { Part } from '../../model/template.js';
import { isRightToLeft } from '../../templates/facts/locales.js';
import { fillPart } from '../../templates/preview/fill.js';
import type { Sample } from '../../templates/preview/sample.js';
import { countSegments } from '../../templates/sms/segments.js';
import { compareText } from '../../text/compare.js';
import { escapeHtml } from '../../text/escape.js';
import { longestPart } from '../longest-part.js';
import { type Message, readable } from '../world.js';
import { toDocument } from './document.js';

/** Characters of a value whose length nobody says. */
const assumedLength = 20;

const asIs = (text: string): string => text;
const kinds: Readonly<Record<string, PreviewCard['kind']>> = {
  email: 'mail',
  sms: 'sms',
  push: 'push',
  web_push: 'push',
  post: 'letter',
};
const nameOf = ({ file, key }: Part): string => (key === '' ? file.path : `${file.path} ${key}`);

function costOf(message: Message, part: Part, text: string): PreviewCost {
  const longest = longestPart(message, part, assumedLength);
  const { encoding, units, segments } = countSegments(text.replace(/[‹›]/g, ''));
  return { encoding, units, segments, worst: countSegments(longest.text).segments, assumed: longest.assumed };
}

/** A card of one text and of those that stand above it. */
class CardMaker {
  readonly #missing = new Set<string>();
  constructor(
    private readonly message: Message,
    private readonly sample: Sample,
  ) {}

  #fill(part: Part): string {
    const isMarkup = part.markup !== 'text';
    const { text, missing } = fillPart(part, this.sample, isMarkup ? escapeHtml : asIs);
    for (const name of missing) this.#missing.add(name);
    return text.trim();
  }

  make(part: Part, above: readonly Part[]): PreviewCard {
    const { channel, locale } = part;
    const reader = { locale, dir: isRightToLeft(locale) ? ('rtl' as const) : ('ltr' as const) };
    const [title, preheader] = [['subject', 'title'], ['preheader']].map((names) =>
      above.find(({ name }) => names.includes(name)),
    );
    const text = this.#fill(part);
    const isDocument = part.markup === 'html';
    return {
      kind: kinds[channel] ?? (isDocument ? 'mail' : 'text'),
      channel,
      ...reader,
      from: [...[title, preheader].flatMap((one) => (one ? [nameOf(one)] : [])), nameOf(part)],
      ...(title && { title: this.#fill(title) }),
      ...(preheader && { preheader: this.#fill(preheader) }),
      ...(isDocument ? { document: toDocument(text, reader) } : { text }),
      ...(channel === 'sms' && { cost: costOf(this.message, part, text) }),
      missing: [...this.#missing].sort(compareText),
    };
  }
}

const isAbove = ({ name }: Part): boolean => ['subject', 'preheader', 'title'].includes(name);

/** Every text of a message, by locale and channel; `locale` keeps one, by its language where nothing else fits. */
export function buildPreview(message: Message, sample: Sample, locale?: string): Omit<Preview, 'sample'> {
  const parts = readable(message).filter((part) => locale === undefined || part.locale === locale);
  const cards = parts
    .filter((part) => !isAbove(part))
    .map((part) => {
      const above = parts.filter(
        (one) => isAbove(one) && one.locale === part.locale && one.channel === part.channel,
      );
      return new CardMaker(message, sample).make(part, above);
    });
  return {
    message: message.id,
    cards: cards.sort((a, b) => compareText(a.locale, b.locale) || compareText(a.channel, b.channel)),
  };
}
