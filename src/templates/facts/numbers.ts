import type { Fact, FactReader } from './types.js';

/** A number with grouped digits or decimals, as it is written in any locale; digits in ASCII. */
export const numberPattern =
  "(?:\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3}){1,6}(?:[.,]\\d{1,2})?|\\d{1,15}(?:[.,]\\d{1,6})?)(?![.,]?\\d)";

/** A written number as decimals with a point: `1.234,50` and `1,234.50` are `1234.5`. A last group of three digits counts as thousands. */
export function normaliseNumber(written: string): string {
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}|\d{4,}))?$/.exec(written) ?? [];
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0+$/, '');
  return decimals === '' ? digits : `${digits}.${decimals}`;
}

const percentWords =
  '%|٪|﹪|％|per ?cent|pro[cz]ent\\p{L}{0,4}|prosent(?:tia)?|процент\\p{L}{0,4}|відсотк\\p{L}{1,3}|pour ?cent|p[oe]r cento|por ciento|la sută|százalék|τοις εκατό|אחוז(?:ים)?|प्रतिशत|퍼센트|パーセント|درصد|(?:في|ب)ال?م[ئا]+[ةه]|في المئة';
const percent = new RegExp(
  `(?<![\\d.,])(${numberPattern})[\\s\\u00a0]?(?:${percentWords})|(?:[%٪]|yüzde|百分之)\\s?(${numberPattern})`,
  'giu',
);

const percentNext = new RegExp(`[\\s\\u00a0]?(?:${percentWords})`, 'iuy');

/** Where a word for per cent ends that stands at a place; undefined without one. */
export function percentAfter(text: string, from: number): number | undefined {
  percentNext.lastIndex = from;
  return percentNext.test(text) ? percentNext.lastIndex : undefined;
}

/** Shares, `7.5`. */
export const readPercents: FactReader = function* (text): Iterable<Fact> {
  for (const match of text.matchAll(percent)) {
    const value = normaliseNumber(match[1] ?? match[2]!);
    yield { kind: 'percent', value, start: match.index, end: match.index + match[0].length };
  }
};

const plain = new RegExp(`(?<![\\p{L}\\d.,#-])(${numberPattern})(?![\\p{L}\\d-])`, 'gu');

/** Numbers that are nothing else. */
export const readNumbers: FactReader = function* (text): Iterable<Fact> {
  for (const match of text.matchAll(plain))
    yield {
      kind: 'number',
      value: normaliseNumber(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    };
};
