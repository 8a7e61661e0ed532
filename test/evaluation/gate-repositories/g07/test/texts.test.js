import { expect, test } from 'vitest'
import { IntlMessageFormat } from 'intl-messageformat'
import en from '../i18n/en.json'

test.each(Object.entries(en))('%s can be parsed', (key, text) => {
  expect(() => new IntlMessageFormat(text, 'en')).not.toThrow()
})
