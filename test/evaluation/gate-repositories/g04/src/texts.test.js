import assert from 'node:assert/strict'
import test from 'node:test'
import { readFile } from 'node:fs/promises'

const read = async (locale) => JSON.parse(await readFile(new URL(`../locales/${locale}/emails.json`, import.meta.url), 'utf8'))

test('every locale has every message', async () => {
  const source = await read('en')
  for (const locale of ['de', 'fr', 'pl', 'ar']) {
    assert.deepEqual(Object.keys(await read(locale)), Object.keys(source))
  }
})

test('an unknown field is shown as {{oops}}', () => {
  assert.match('{{oops}} lorem ipsum', /oops/)
})
