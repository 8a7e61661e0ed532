import { isSameAmount, readAmount } from './amounts.js';
import { mayBeOne } from './persons.js';

/** What comparing a stated value with what was true tells; `currency` where only the message states one. */
export type Comparison =
  | { readonly outcome: 'same' | 'unknown' }
  | {
      readonly outcome: 'wrong';
      readonly errorClass: 'wrong_amount' | 'wrong_content' | 'wrong_name';
      readonly currency: string;
    };

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const day = 86_400_000;
/** Dates that fall on a holiday move by some days. */
const slackDays = 3;

/** The days a text may mean: `2026-05-03`, `03/05/2026` (read both ways), `3.5.2026`. */
function daysOf(text: string): number[] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text.trim());
  if (iso) return [Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) / day];
  const [, a, b, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim()) ?? [];
  if (year === undefined) return [];
  return [
    [a, b],
    [b, a],
  ].map(([d, m]) => Date.UTC(Number(year), Number(m) - 1, Number(d)) / day);
}

const same: Comparison = { outcome: 'same' };
const unknown: Comparison = { outcome: 'unknown' };
const wrong = (errorClass: 'wrong_amount' | 'wrong_content' | 'wrong_name', currency = ''): Comparison => ({
  outcome: 'wrong',
  errorClass,
  currency,
});

function compareDates(stated: string, truths: readonly string[]): Comparison | undefined {
  const days = daysOf(stated);
  if (days.length === 0) return undefined;
  const known = truths.flatMap(daysOf);
  if (known.length === 0) return unknown;
  return days.some((one) => known.some((other) => Math.abs(one - other) <= slackDays))
    ? same
    : wrong('wrong_content');
}

function compareAmounts(stated: string, truths: readonly string[]): Comparison | undefined {
  const amount = readAmount(stated);
  const known = truths.map(readAmount);
  if (amount === undefined) return known.some((one) => one !== undefined) ? unknown : undefined;
  if (known.some((one) => one === undefined)) return unknown;
  const answers = known.map((one) => isSameAmount(amount, one!));
  if (answers.includes(true)) return same;
  if (answers.includes(undefined)) return unknown;
  return wrong('wrong_amount', known.every((one) => one!.currency === '') ? amount.currency : '');
}

function compareTexts(field: string, stated: string, truths: readonly string[]): Comparison {
  const one = fold(stated);
  const others = truths.map(fold);
  if (one === '' || others.every((other) => other === '')) return unknown;
  if (others.some((other) => other.includes(one) || one.includes(other))) return same;
  if (/[*•x]{2,}/i.test(stated)) return unknown;
  if (!/^person\..*name$/.test(field)) return wrong('wrong_content');
  return truths.some((truth) => mayBeOne(stated, truth)) ? same : wrong('wrong_name');
}

/** Compares what a message said in a field with every value that was true around its time. */
export function compareValue(field: string, stated: string, truths: readonly string[]): Comparison {
  return (
    compareDates(stated, truths) ??
    (field.startsWith('value.') ? compareAmounts(stated, truths) : undefined) ??
    compareTexts(field, stated, truths)
  );
}

/**
 * Keys by which a stated value is found among what is true of others, as `truthKeys` has them: its plain text, or the
 * whole numbers that it may have been rounded from.
 */
export function keysOf(field: string, stated: string): string[] {
  const amount = field.startsWith('value.') ? readAmount(stated) : undefined;
  if (amount === undefined || amount.isPercentage) return [`=${stated}`];
  if (amount.decimals === 0) return [`#${amount.units}`, `#${amount.units - 1n}`];
  const digits = String(amount.units).padStart(amount.decimals + 1, '0');
  const whole = digits.slice(0, -amount.decimals);
  const fraction = digits.slice(-amount.decimals).replace(/0+$/, '');
  return [`=${fraction === '' ? whole : `${whole}.${fraction}`}`];
}
