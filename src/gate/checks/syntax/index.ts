import type { Check } from '../../check.js';
import { leftoverMarker } from './leftover-marker.js';
import { malformedPlaceholder } from './malformed-placeholder.js';
import { messageformatQuote } from './messageformat-quote.js';
import { parseError } from './parse-error.js';
import { unknownPartialOrHelper } from './unknown-partial-or-helper.js';

export const syntaxChecks: Readonly<Record<string, Check>> = {
  'syntax/leftover-marker': leftoverMarker,
  'syntax/malformed-placeholder': malformedPlaceholder,
  'syntax/messageformat-quote': messageformatQuote,
  'syntax/parse-error': parseError,
  'syntax/unknown-partial-or-helper': unknownPartialOrHelper,
};
