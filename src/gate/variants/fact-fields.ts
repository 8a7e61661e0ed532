import type { FieldUse, Part } from '../../model/template.js';
import { type FieldKind, fieldKind, nameWords } from '../../templates/facts/field-kind.js';
import type { FactKind } from '../../templates/facts/types.js';
import { factsOf } from './facts.js';

/** A field whose value is a fact that readers act upon. */
export interface StatedField {
  readonly kind: FieldKind;
  readonly part: Part;
  readonly use: FieldUse;
  /** Something ends then. */
  readonly isDeadline: boolean;
}

const stated: ReadonlySet<FieldKind> = new Set(['amount', 'date', 'duration', 'code', 'link']);
const ends = /^(?:due|deadline|expires?|expiry|expiration|until|valid|ends?|by|before|last)$/;
/** Dates of the letter itself and of the law say nothing to act upon. */
const idle = /^(?:current|now|today|copyright|created|sent|year)$/;

/** Fields that are put out and whose name says that they hold such a fact, each once. */
export function factFields(parts: readonly Part[]): StatedField[] {
  const byName = new Map<string, StatedField>();
  for (const part of parts)
    for (const use of part.parsed.uses) {
      if (use.local || use.role !== 'output' || byName.has(use.name)) continue;
      const kind = fieldKind(use.name);
      const words = nameWords(use.name);
      if (!stated.has(kind) || words.some((word) => idle.test(word))) continue;
      byName.set(use.name, { kind, part, use, isDeadline: words.some((word) => ends.test(word)) });
    }
  return [...byName.values()];
}

/** Whether texts state a fact of a kind, in words or by a field. */
export const conveys = (parts: readonly Part[], kind: FactKind): boolean =>
  parts.some((part) => factsOf(part).some((fact) => fact.kind === kind)) ||
  factFields(parts).some((field) => field.kind === kind);
