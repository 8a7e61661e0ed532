const fs = require('node:fs')
const path = require('node:path')
const Handlebars = require('handlebars')
const { IntlMessageFormat } = require('intl-messageformat')

function helpers(locale) {
  const texts = JSON.parse(fs.readFileSync(path.join('i18n', `${locale}.json`), 'utf8'))
  Handlebars.registerHelper('t', (key, options) => new IntlMessageFormat(texts[key], locale).format(options.hash))
  Handlebars.registerHelper('dir', () => (locale === 'he' ? 'rtl' : 'ltr'))
  Handlebars.registerHelper('lang', () => locale)
}

module.exports = { helpers }
