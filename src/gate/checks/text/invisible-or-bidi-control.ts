import type { Part, Span } from '../../../model/template.js';
import { scriptOf } from '../../../templates/facts/locales.js';
import type { Check, GateHit } from '../../check.js';
import { seenIn } from '../../variants/matches.js';

const names: Readonly<Record<string, string>> = {
  '\u200b': 'zero-width space',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
  '\u00ad': 'soft hyphen',
  '\u180e': 'Mongolian vowel separator',
  '\u3164': 'Hangul filler',
  '\u200c': 'zero-width non-joiner',
};

/** Scripts without spaces between words, in which a zero-width space ends a line. */
const withoutSpaces = new Set(['Thai', 'Laoo', 'Khmr', 'Mymr', 'Jpan', 'Hans', 'Hant', 'Tibt']);

/** One sign alone; several in a row fill the preview of a mail. A joiner counts between Latin letters. */
const filler = '(?:[\\u200b-\\u200d\\u2060\\ufeff\\u00ad\\u2007\\u00a0]|\\u034f)';
const invisible = new RegExp(
  `(?<!${filler}| )(?:[\\u200b\\u2060\\ufeff\\u00ad\\u180e\\u3164]|(?<=[a-zA-Z])\\u200c(?=[a-zA-Z]))(?!${filler})`,
  'g',
);

function isFine(part: Part, sign: string, { start }: Span): boolean {
  if (sign === '\u00ad') return part.markup !== 'text';
  if (sign === '\u200b') return withoutSpaces.has(scriptOf(part.locale));
  return sign === '\ufeff' && part.key === '' && start === 0;
}

const control = /[\u202a-\u202e\u2066-\u2069]|\n[ \t]*\n/g;
const closes: Readonly<Record<string, string>> = { '\u202c': 'embedding', '\u2069': 'isolate' };
const opens: Readonly<Record<string, string>> = {
  '\u202a': 'embedding',
  '\u202b': 'embedding',
  '\u202d': 'override',
  '\u202e': 'override',
  '\u2066': 'isolate',
  '\u2067': 'isolate',
  '\u2068': 'isolate',
};

const placed = (name: string, part: Part, span: Span, sign: string): GateHit => ({
  case: name,
  at: { part, span },
  about: `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  args: { sign: names[sign] ?? `U+${sign.charCodeAt(0).toString(16).toUpperCase()}` },
  ...(name !== 'unbalanced' && { edits: [{ part, span, text: '' }] }),
});

/** Levels of embedding that Unicode Standard Annex 9 counts; deeper ones turn nothing. */
const deepest = 125;

/** Signs that turn the order of letters around and are not ended in their paragraph. */
function* turned(part: Part): Generator<GateHit> {
  let open: { sign: string; span: Span }[] = [];
  const report = (): GateHit[] => open.map(({ sign, span }) => placed('unbalanced', part, span, sign));
  for (const { text: sign, span } of seenIn(part, control, true)) {
    if (opens[sign]) {
      if (open.length >= deepest) continue;
      open.push({ sign, span });
      if (opens[sign] === 'override') yield placed('override', part, span, sign);
    } else if (closes[sign]) {
      const at = open.findLastIndex(
        (one) => (opens[one.sign] === 'isolate') === (closes[sign] === 'isolate'),
      );
      if (at < 0) yield placed('unbalanced', part, span, sign);
      else open = open.slice(0, at);
    } else {
      yield* report();
      open = [];
    }
  }
  yield* report();
}

const lineBreak = /(?<=\S)[ \t]*(?:\r?\n|(?<!:\S{0,60})(?:\\r)?\\n)\s*(?=\S)/g;
/** Formats that keep the line breaks of a value as they are; others fold them. */
const keepsLines = /\.(?:json5?|arb|ya?ml|properties|pot?|php|strings)$/i;

/** Breaks between the words of a subject that is one value of a catalogue; in a file of its own, programs join the lines. */
function* broken(part: Part): Generator<GateHit> {
  if (part.name !== 'subject' || part.key === '' || !keepsLines.test(part.file.path)) return;
  for (const { span } of seenIn(part, lineBreak, true))
    yield { case: 'line-break', at: { part, span }, edits: [{ part, span, text: ' ' }] };
}

/** Signs nobody sees that change what is copied, searched or read. */
export const invisibleOrBidiControl: Check = function* ({ parts }) {
  for (const part of parts) {
    for (const { text, span } of seenIn(part, invisible, true))
      if (!isFine(part, text, span)) yield placed('invisible', part, span, text);
    yield* turned(part);
    yield* broken(part);
  }
};
