import { expect, test } from 'vitest';
import type { FieldUse, Tag } from '../../../src/model/template.js';
import { longestText } from '../../../src/templates/sms/longest.js';

const tag = /<(?<name>\w*)(?<sign>[?:/]?)>/g;
const kinds: Record<string, Tag['kind']> = { '': 'output', '?': 'open', ':': 'else', '/': 'close' };

/** `<x>` puts out a field, `<?>`, `<:>` and `</>` are a choice. */
function parse(text: string) {
  const tags: Tag[] = [];
  const uses: FieldUse[] = [];
  for (const { index: start, 0: whole, groups } of text.matchAll(tag)) {
    const span = { start, end: start + whole.length };
    tags.push({ ...span, kind: kinds[groups!.sign!]! });
    if (groups!.name)
      uses.push({
        ...span,
        tag: span,
        name: groups!.name,
        role: 'output',
        filters: [],
        raw: false,
        fallback: false,
        local: false,
      });
  }
  return { tags, uses };
}

test.each([
  ['plain text', 'plain text'],
  ['a <x> b', 'a XX b'],
  ['a <?>one<:>three<:>two</> b', 'a three b'],
  ['<?>a<?>bb<x><:>c</>d<:>eee</>', 'abbXXd'],
  ['<?>open to the end', 'open to the end'],
  ['closed</> too often<:>', 'closed too often'],
])('%s becomes at most %s', (text, longest) => {
  expect(longestText(text, parse(text), () => 'XX')).toBe(longest);
});

test('a hundred thousand blocks take no more than their share of time', () => {
  const text = '<?>'.repeat(100_000);
  expect(longestText(text, parse(text), () => '')).toBe('');
});
