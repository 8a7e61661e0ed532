import { expect, test } from 'vitest';
import { parseCodeOwners } from '../../src/gate/code-owners.js';

const ownersOf = parseCodeOwners(`
# everything
*            @org/all
*.mjml       @org/design   # layouts
/emails/     @org/crm
emails/legal/ @org/legal
[Section][2]
letters/*.txt
`);

test.each([
  ['push/en.json', ['@org/all']],
  ['emails/a.mjml', ['@org/crm']],
  ['x/a.mjml', ['@org/design']],
  ['emails/welcome/en.html', ['@org/crm']],
  ['emails/legal/en.html', ['@org/legal']],
  ['sub/emails/welcome/en.html', ['@org/all']],
  ['letters/a.txt', []],
])('the last line that fits a path says who owns it: %s', (path, owners) => {
  expect(ownersOf(path)).toEqual(owners);
});
