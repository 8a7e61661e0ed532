import type { Part, Span } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { maskTags } from '../../mask-tags.js';
import { translatedGroups } from '../../variants/groups.js';
import { isPlainTwin } from '../../variants/siblings.js';
import type { World } from '../../world.js';

const tag =
  /<\/?(a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,2000})?\/?>|&(?:nbsp|amp|lt|gt|quot|apos|copy|reg|euro|ndash|mdash|hellip|rsquo|lsquo|ldquo|rdquo|laquo|raquo|[a-z]{1,6}(?:acute|grave|uml|circ|tilde|cedil)|#\d{2,6}|#x[\da-f]{2,5});/giu;

const plain = new Set(['text', 'sms', 'subject', 'title', 'preheader', 'script']);
const channels = new Set(['sms', 'push']);

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  euro: '€',
};

function decoded(entity: string): string | undefined {
  const name = entity.slice(1, -1).toLowerCase();
  const code = /^#(x?)([\da-f]+)$/.exec(name);
  if (code) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code[2]!, code[1] ? 16 : 10)));
  return entities[name];
}

/** What stands for a tag in plain text; undefined where its reader would lose something, as with a link. */
function plainOf(found: string, name: string | undefined): string | undefined {
  if (name === undefined) return decoded(found);
  const element = name.toLowerCase();
  if (element === 'br') return '\n';
  return /^(?:a|img|table|tbody|td|th|thead|tr|li|ol|ul|div|p|h[1-6]|hr|blockquote|pre|center)$/.test(element)
    ? undefined
    : '';
}

/** Ends and names of plain texts: `welcome.txt`, `welcome_plain.hbs`, `plain/welcome.php`. */
const saysPlain = /\.(?:txt|text)\b|(?:^|[/._-])(?:plain|plain[-_]?text|text|txt)(?=[/._-])/i;

/** Only where a place or name says that a text has no markup: entries of catalogues may be HTML whatever their key. */
const isPlain = ({ key, markup, name, channel, file }: Part): boolean =>
  key === '' ? markup === 'text' && saysPlain.test(file.path) : plain.has(name) || channels.has(channel);

/** Texts whose other locales have tags as well are HTML by another name. */
function usualIn(world: World): Set<Part> {
  const usual = new Set<Part>();
  for (const { byLocale } of translatedGroups(world)) {
    const parts = [...byLocale.values()].flat();
    const tagged = parts.filter(({ text }) => /<(?:br|p|b|a|strong|div|span|i|em|ul|li)\b/i.test(text));
    if (
      parts.length > 1 &&
      tagged.length * 2 > parts.length &&
      parts.every(({ key, name }) => key !== '' && name === 'text')
    )
      for (const part of tagged) usual.add(part);
  }
  return usual;
}

function hitOf(part: Part, span: Span, found: string, name: string | undefined): GateHit {
  const put = plainOf(found, name);
  return {
    case: name === undefined ? 'entity' : 'tag',
    at: { part, span },
    about: name === undefined ? found : `<${name.toLowerCase()}>`,
    args: { written: found.slice(0, 80) },
    ...(put !== undefined && { edits: [{ part, span, text: put }] }),
  };
}

/** Markup in texts that are shown as they are. */
export const htmlInText: Check = function* (world) {
  const usual = usualIn(world);
  const twins = new Set(
    world.messages.flatMap(({ parts }) =>
      parts.filter((part) =>
        isPlainTwin(
          part,
          parts.filter(({ locale, file }) => locale === part.locale && file === part.file),
        ),
      ),
    ),
  );
  for (const part of world.parts) {
    if (!twins.has(part) && (!isPlain(part) || usual.has(part))) continue;
    for (const match of maskTags(part).matchAll(tag)) {
      const span = { start: match.index, end: match.index + match[0].length };
      yield hitOf(part, span, part.text.slice(span.start, span.end), match[1]);
    }
  }
};
