import type { Check } from '../../check.js';
import { arabicLettersInPersian } from './arabic-letters-in-persian.js';
import { encoding } from './encoding.js';
import { htmlInText } from './html-in-text.js';
import { invisibleOrBidiControl } from './invisible-or-bidi-control.js';
import { mixedDigits } from './mixed-digits.js';
import { presentationForms } from './presentation-forms.js';
import { zwnjLost } from './zwnj-lost.js';

export const textChecks: Readonly<Record<string, Check>> = {
  'text/arabic-letters-in-persian': arabicLettersInPersian,
  'text/encoding': encoding,
  'text/html-in-text': htmlInText,
  'text/invisible-or-bidi-control': invisibleOrBidiControl,
  'text/mixed-digits': mixedDigits,
  'text/presentation-forms': presentationForms,
  'text/zwnj-lost': zwnjLost,
};
