import type { Check } from '../../check.js';
import { contrast } from './contrast.js';
import { imgAlt } from './img-alt.js';
import { langMissing } from './lang-missing.js';
import { layoutTableRole } from './layout-table-role.js';
import { linkText } from './link-text.js';

export const a11yChecks: Readonly<Record<string, Check>> = {
  'a11y/contrast': contrast,
  'a11y/img-alt': imgAlt,
  'a11y/lang-missing': langMissing,
  'a11y/layout-table-role': layoutTableRole,
  'a11y/link-text': linkText,
};
