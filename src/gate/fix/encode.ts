import { escapeHtml } from '../../text/escape.js';

/** Words and what stands between them, which no format of catalogues reads as anything else. */
const plain = /^(?:[\p{L}\p{M}\p{N} .,;!?/()-]|\u200c|\u200d)*$/u;

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** How a text is written inside a value of a catalogue, by the ending of its file. */
const forms: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\.(?:json|arb|pot?|strings)$/i, inJson],
  [/\.properties(?:\.ejs)?$/i, (text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')],
  [/\.(?:xml|xlf|xliff|resx)$/i, escapeHtml],
];

/** A text as a catalogue writes it; undefined where that cannot be told without reading it as its format does. */
export function encodeFor(path: string, text: string): string | undefined {
  const form = forms.find(([ending]) => ending.test(path))?.[1];
  if (form) return form(text);
  return plain.test(text) ? text : undefined;
}
