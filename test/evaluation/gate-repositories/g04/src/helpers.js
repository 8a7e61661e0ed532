import Handlebars from 'handlebars'
import i18next from 'i18next'

export function register(locale) {
  const hb = Handlebars.create()
  const t = i18next.getFixedT(locale)
  hb.registerHelper('t', (key, options) => t(key, { ...options.hash, interpolation: { escapeValue: false } }))
  hb.registerHelper('money', (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value))
  hb.registerHelper('date', (value) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(value)))
  hb.registerHelper('eq', (a, b) => a === b)
  hb.registerHelper('dir', () => (['ar', 'fa', 'he', 'ur'].includes(locale) ? 'rtl' : 'ltr'))
  hb.registerHelper('locale', () => locale)
  return hb
}
