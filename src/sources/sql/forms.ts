import type { ColumnMapping } from '../../model/column-settings.js';
import { quoteText } from '../../store/store.js';
import { formPatterns } from '../mapping/forms.js';

type Form = NonNullable<ColumnMapping['form']>;

/** What a form is called in messages. */
export const formNames: Readonly<Record<Form, string>> = {
  email: 'an e-mail address',
  sha256: 'a SHA-256 hash, 64 hexadecimal digits',
  sha1: 'a SHA-1 hash, 40 hexadecimal digits',
  md5: 'an MD5 hash, 32 hexadecimal digits',
  phone: 'a telephone number',
};

/** SQL: a text has the form. */
export const isFormed = (x: string, form: Form): string =>
  `regexp_full_match(${x}, ${quoteText(formPatterns[form])})`;
