import type { Check } from '../../check.js';
import { missing } from './missing.js';
import { mixedLanguageParts } from './mixed-language-parts.js';
import { placeholderDrift } from './placeholder-drift.js';
import { pluralForms } from './plural-forms.js';
import { staleTranslation } from './stale-translation.js';
import { translatedPlaceholder } from './translated-placeholder.js';
import { untranslated } from './untranslated.js';

export const localeChecks: Readonly<Record<string, Check>> = {
  'locale/missing': missing,
  'locale/mixed-language-parts': mixedLanguageParts,
  'locale/placeholder-drift': placeholderDrift,
  'locale/plural-forms': pluralForms,
  'locale/stale-translation': staleTranslation,
  'locale/translated-placeholder': translatedPlaceholder,
  'locale/untranslated': untranslated,
};
