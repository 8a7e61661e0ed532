import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import mjml2html from 'mjml'

for (const file of readdirSync('templates').filter((f) => f.endsWith('.mjml'))) {
  const { html } = mjml2html(readFileSync(`templates/${file}`, 'utf8'), { filePath: `templates/${file}` })
  writeFileSync(`dist/${file.replace('.mjml', '.hbs')}`, html)
}
