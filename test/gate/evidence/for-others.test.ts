import { expect, test } from 'vitest';
import { suppliesOfSenders } from '../../../src/gate/evidence/senders.js';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

const settings = gateSettingsSchema.parse({});
/** Names the texts of a message ask for and its supply does not have, by message. */
function lacking(texts: Readonly<Record<string, string>>, code: string): Record<string, string[]> {
  const parts = readParts(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    settings,
  );
  const supplies = suppliesOfSenders(parts, [{ path: 'src/send', text: code }]);
  return Object.fromEntries(
    [...supplies].map(([message, { fields }]) => [
      message,
      parts
        .filter((part) => part.message === message)
        .flatMap(({ parsed }) => parsed.uses.map(({ name }) => name))
        .filter((name) => !fields.some((field) => field.name === name)),
    ]),
  );
}

const hbs = {
  'emails/bill/en.hbs': '{{owner}} {{dueDate}} {{billUrl}}',
  'emails/offer/en.hbs': '{{owner}} {{price}} {{offerUrl}}',
};

test.each([
  [
    'functions of JavaScript',
    hbs,
    `export const bill = (to, b) =>
  send('bill', to, {
    owner: to.name,
    dueDate: b.due,
    billUrl,
  });
export const offer = (to, o) =>
  send('offer', to, { price: o.price, offerUrl: o.url });`,
    { offer: ['owner'] },
  ],
  [
    'methods of Java that name messages by constants',
    {
      'mails/billReady.ftl': '${owner} ${dueDate}',
      'mails/newOffer.ftl': '${owner} ${price} ${offerUrl}',
    },
    `class Mails {
    void sendBill(User to, Bill bill)
            throws MailException {
        send(Kind.BILL_READY, Map.of("owner", to, "dueDate", bill.due()));
    }

    void sendOffer(User to) {
        send(Kind.NEW_OFFER, Map.of("price", 3, "offerUrl", url));
    }
}`,
    { newOffer: ['owner'] },
  ],
  [
    'methods of Ruby',
    {
      'app/views/user_mailer/bill.html.erb': '<%= @owner.name %> <%= @due_date %>',
      'app/views/user_mailer/offer.html.erb': '<%= @owner.name %> <%= @price %>',
    },
    `class UserMailer
  def bill
    @owner = params[:user]
    @due_date = params[:due]
  end

  def offer
    @price = params[:price]
  end
end`,
    { 'user_mailer/offer': ['owner.name'] },
  ],
  [
    'a name that nobody writes, of a method that hands over one other',
    { 'emails/bill/en.hbs': '{{dueDate}} {{billAddress}}' },
    `const bill = (to) =>
  send('bill', { dueDate: to.due, link });`,
    { bill: ['billAddress'] },
  ],
])('what only other messages get from their own methods is not handed over: %s', (_, texts, code, found) => {
  expect(lacking(texts, code)).toEqual(found);
});

const offer = `function bill(to) {
  send('bill', { owner, dueDate, billUrl });
}
function offer(to) {
  send('offer', { price, offerUrl });
}`;

test.each([
  [
    'one that the sender adds to all',
    `${offer}\nconst send = (name, data) => mail(name, { owner, ...data });`,
  ],
  ['of a method that puts in what it got', offer.replace('price,', '...data, price,')],
  [
    'one that is made before, in a part of it',
    offer.replace(`send('offer'`, `const owner = to.name;\n  if (to) send('offer'`),
  ],
  ['one that another message does not get from its own either', offer.replace('owner, dueDate', 'dueDate')],
  ['of a method that hands over little that is asked for', offer.replace('price, offerUrl', 'priority')],
])('nothing follows from code that may hand it over elsewhere: %s', (_, code) => {
  expect(lacking(hbs, code)).toEqual({});
});
