import type { Check } from '../../check.js';
import { placeholderDrift } from './placeholder-drift.js';
import { translatedPlaceholder } from './translated-placeholder.js';

export const localeChecks: Readonly<Record<string, Check>> = {
  'locale/placeholder-drift': placeholderDrift,
  'locale/translated-placeholder': translatedPlaceholder,
};
