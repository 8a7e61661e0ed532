import { readFile } from 'node:fs/promises'
import { register } from './helpers.js'

/** Renders one message: the body first, then the layout around it. */
export async function render(message, locale, data) {
  const hb = register(locale)
  for (const name of ['button', 'footer', 'footer-text']) {
    hb.registerPartial(name, await readFile(`templates/partials/${name}.hbs`, 'utf8'))
  }
  const file = async (name) => hb.compile(await readFile(`templates/${name}.hbs`, 'utf8'))
  const html = (await file(`emails/${message}/html`))(data)
  const text = (await file(`emails/${message}/text`))(data)
  return {
    subject: (await file(`emails/${message}/subject`))(data).trim(),
    html: (await file('layouts/main'))({ ...data, body: html }),
    text: text + (await file('partials/footer-text'))(data),
    headers: data.unsubscribeUrl
      ? { 'List-Unsubscribe': `<${data.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
  }
}
