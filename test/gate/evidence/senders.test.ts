import { expect, test } from 'vitest';
import type { CodeFile } from '../../../src/gate/evidence/code-words.js';
import { suppliesOfSenders } from '../../../src/gate/evidence/senders.js';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = gateSettingsSchema.parse({});
const namesOf = (path: string, text: string, code: readonly CodeFile[]): string[] | undefined => {
  const parts = readParts([{ path, text }], settings);
  const [supply] = suppliesOfSenders(parts, code).values();
  return supply?.fields.map(({ name }) => name).sort();
};
const sender = (text: string): CodeFile[] => [{ path: 'src/send', text }];

test.each([
  [
    'another case',
    'emails/welcome/en.hbs',
    '<p>{{firstname}}</p>',
    `send('welcome', { firstName })`,
    ['firstName'],
  ],
  [
    'other words',
    'emails/welcome/en.hbs',
    '{{pay_url}}{{x}}',
    `send('welcome', { payUrl, x })`,
    ['payUrl', 'x'],
  ],
  [
    'a letter mistyped, of a method in Ruby',
    'app/views/order_mailer/shipped.html.erb',
    '<a href="<%= @traking_url %>">Track</a>',
    'def shipped\n  @tracking_url = url\nend',
    ['tracking_url'],
  ],
  [
    'one word more than the name handed over',
    'emails/claim/en.ftl',
    '${handlerName} ${caseHandlerPhone}',
    `model.put("handlerName", a); model.put("handlerPhone", b); send("claim", model)`,
    ['handlerName', 'handlerPhone'],
  ],
  [
    'a digit as a word, passed on to a text in Ruby',
    'app/views/card_mailer/blocked.text.erb',
    '<%= t(".intro", last4: @card_last_four) %>',
    'def blocked\n  @card_last4 = params[:card].last4\nend',
    ['card_last4'],
  ],
  [
    'nothing like it, while it writes the others of the message',
    'emails/delay/en.hbs',
    '{{flight}} {{gate}} {{rebooking_url}}',
    `send('delay', { flight, gate, change: url })`,
    ['flight', 'gate'],
  ],
])('a name that code writes in another way is none of its sender: %s', (_, path, text, code, names) => {
  expect(namesOf(path, text, sender(code))).toEqual(names);
});

test.each([
  ['what a getter gives', '{{firstName}}', `send('welcome', user.getFirstName())`],
  ['what stands nowhere in code may come from elsewhere', '{{company}}', `send('welcome', { name })`],
  ['many of one', '{{orders}}', `send('welcome', order)`],
  ['code that does not name the message', '{{firstname}}', 'const firstName = 1'],
  [
    'what is made in the text',
    '{{#each items as |firstname|}}{{firstname}}{{/each}}',
    `send('welcome', { items, firstName })`,
  ],
])('nothing is said of %s', (_, text, code) => {
  expect(namesOf('emails/welcome/en.hbs', text, sender(code))).toBeUndefined();
});

test('what a layout asks for is not missing because a text of its message asks for something else', () => {
  const files = [
    { path: 'emails/frame.hbs', text: '<html lang="{{lang}}">' },
    { path: 'emails/welcome/en.hbs', text: '{{firstname}}' },
  ];
  const code = sender(`base({ lang }); send('welcome', { firstName })`);
  const supply = suppliesOfSenders(readParts(files, settings), code).get('welcome');
  expect(supply?.fields.map(({ name }) => name).sort()).toEqual(['firstName', 'lang']);
});

test('a name by itself may be a method of anybody in Ruby', () => {
  const code = sender('def delay\n  @flight = flight\n  @gate = gate\nend');
  const text = '<%= @flight %> <%= @gate %> <%= payees_url %>';
  expect(namesOf('app/views/order_mailer/delay.html.erb', text, code)).toBeUndefined();
});
