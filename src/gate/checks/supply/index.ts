import type { Check } from '../../check.js';
import { conflictingSources } from './conflicting-sources.js';
import { hardcodedValue } from './hardcoded-value.js';
import { nonAuthoritativeSource } from './non-authoritative-source.js';
import { nullableWithoutFallback } from './nullable-without-fallback.js';
import { staleSource } from './stale-source.js';
import { typeFormatMismatch } from './type-format-mismatch.js';
import { unescapedOutput } from './unescaped-output.js';
import { unsuppliedField } from './unsupplied-field.js';
import { unusedSuppliedField } from './unused-supplied-field.js';

export const supplyChecks: Readonly<Record<string, Check>> = {
  'supply/conflicting-sources': conflictingSources,
  'supply/hardcoded-value': hardcodedValue,
  'supply/non-authoritative-source': nonAuthoritativeSource,
  'supply/nullable-without-fallback': nullableWithoutFallback,
  'supply/stale-source': staleSource,
  'supply/type-format-mismatch': typeFormatMismatch,
  'supply/unescaped-output': unescapedOutput,
  'supply/unsupplied-field': unsuppliedField,
  'supply/unused-supplied-field': unusedSuppliedField,
};
