import type { Span } from '../../model/template.js';

export const factKinds = [
  'url',
  'email',
  'date',
  'phone',
  'amount',
  'percent',
  'volume',
  'duration',
  'time',
  'weekday',
  'number',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Something a text says that is the same in every language; the span is that of its words in the prose. */
export interface Fact extends Span {
  readonly kind: FactKind;
  /**
   * The same for the same fact however it is written: `1440 min`, `EUR 12.5`, `2026-07-01`; where the writing leaves
   * it open, every reading, `2026-02-01|2026-01-02`. A year that is not said is `----`.
   */
  readonly value: string;
}

/** Finds facts of one kind in a text with ASCII digits; `language` is a BCP 47 language, `en` where none is known. */
export type FactReader = (text: string, language: string) => Iterable<Fact>;
