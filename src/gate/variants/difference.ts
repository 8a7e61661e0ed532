import type { Part } from '../../model/template.js';
import type { FieldKind } from '../../templates/facts/field-kind.js';
import type { Message } from '../world.js';
import { isOptional, kindOf, type PlacedUse } from './fields.js';
import type { VariantGroup } from './groups.js';

/** A field that a text should have, by the locale it is made from or by most others. */
export interface LostField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  /** Uses in the locale compared with. */
  readonly elsewhere: readonly PlacedUse[];
  /** Locales that have it, of how many. */
  readonly have: number;
  readonly of: number;
}

/** A field that neither the source nor most locales have. */
export interface ExtraField {
  readonly name: string;
  readonly uses: readonly PlacedUse[];
  /** Other locales that have it. */
  readonly also: number;
}

/** How the fields of one text differ from the same text elsewhere. */
export interface Difference {
  readonly group: VariantGroup;
  readonly locale: string;
  readonly parts: readonly Part[];
  readonly reference: readonly Part[];
  readonly lost: readonly LostField[];
  readonly extra: readonly ExtraField[];
  /** Its fields stand between other signs, so that none counts as the same. */
  readonly isForeign: boolean;
  /** Put out more often than in the reference, where something is lost. */
  readonly repeated: readonly (readonly [string, readonly PlacedUse[]])[];
}

/** In how many locales of a text each field stands, and how many locales there are. */
export interface Spread {
  readonly have: ReadonlyMap<string, number>;
  readonly of: number;
}

/** A field of the reference that a text lacks; one that no text of its locale has counts as had by all. */
export const lostField = (
  name: string,
  elsewhere: readonly PlacedUse[],
  { have, of }: Spread,
  message?: Message,
): LostField => ({
  name,
  kind: kindOf(name, elsewhere, message),
  optional: isOptional(elsewhere),
  elsewhere,
  have: have.get(name)!,
  of,
});
