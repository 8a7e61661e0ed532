import type { Check } from '../../check.js';
import { brokenHref } from './broken-href.js';
import { clientSupport } from './client-support.js';
import { clipSize } from './clip-size.js';
import { malformedTag } from './malformed-tag.js';

export const htmlChecks: Readonly<Record<string, Check>> = {
  'html/broken-href': brokenHref,
  'html/client-support': clientSupport,
  'html/clip-size': clipSize,
  'html/malformed-tag': malformedTag,
};
