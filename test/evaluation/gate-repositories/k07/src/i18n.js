import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'

const load = (locale) => JSON.parse(readFileSync(`locales/${locale}.json`, 'utf8'))
export const locales = { en: load('en'), de: load('de'), ja: load('ja'), ar: load('ar') }

Handlebars.registerHelper('t', function (key, options) {
  const { locale, plain } = options.data.root
  const text = locales[locale][key] ?? locales.en[key]
  return new Handlebars.SafeString(Handlebars.compile(text, { noEscape: plain })(options.data.root))
})
