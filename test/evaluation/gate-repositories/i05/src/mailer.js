import fs from 'node:fs';
import Handlebars from 'handlebars';
import mjml2html from 'mjml';
import i18next from 'i18next';
import { queueMail, queueSms } from './queue.js';
import { money, date } from './format.js';

for (const name of ['header', 'footer', 'optout']) {
  Handlebars.registerPartial(name, fs.readFileSync(`templates/partials/${name}.mjml`, 'utf8'));
}
// {{t "key" name=value}}; Handlebars escapes the result in HTML
Handlebars.registerHelper('t', function (key, options) {
  return i18next.getFixedT(this.lng, 'mail')(key, { ...options.hash, interpolation: { escapeValue: false } });
});

function send(name, customer, data, extra = {}) {
  const ctx = { lng: customer.lng, ...data };
  const html = mjml2html(Handlebars.compile(read(`${name}.mjml`))(ctx)).html;
  const text = Handlebars.compile(read(`${name}.txt.hbs`), { noEscape: true })(ctx);
  return queueMail({ to: customer.email, subject: i18next.getFixedT(customer.lng, 'mail')(`${name}.subject`), html, text, ...extra });
}

const read = (file) => fs.readFileSync(`templates/${file}`, 'utf8');

export const billReady = (customer, bill) =>
  send('bill-ready', customer, {
    firstName: customer.firstName,
    amount: money(bill.total, customer.lng),
    dueDate: date(bill.due, customer.lng),
    days: bill.objectionDays,
    billUrl: `https://my.nordtel.net/bills/${bill.id}`,
  });

export const portIn = (customer, order) =>
  send('port-in', customer, {
    firstName: customer.firstName,
    number: order.msisdn,
    portInDate: date(order.startsOn, customer.lng),
    donor: order.donorOperator,
  });

export const portOut = (customer, order) =>
  send('port-out', customer, {
    firstName: customer.firstName,
    number: order.msisdn,
    portOutDate: date(order.endsOn, customer.lng),
    stopUrl: `https://my.nordtel.net/port/${order.id}/stop`,
  });

export const dataOffer = (customer, offer) =>
  send(
    'data-offer',
    customer,
    {
      gigabytes: offer.gigabytes,
      price: money(offer.price, customer.lng),
      offerUrl: `https://www.nordtel.net/offers/${offer.id}`,
      unsubscribeUrl: customer.unsubscribeUrl,
    },
    {
      headers: {
        'List-Unsubscribe': `<${customer.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    },
  );

const sms = (key, customer, data) =>
  queueSms(customer.msisdn, i18next.getFixedT(customer.lng, 'sms')(key, { ...data, interpolation: { escapeValue: false } }));

export const smsDataLow = (customer, megabytes) => sms('dataLow', customer, { megabytes });
export const smsRoaming = (customer, country, price) =>
  sms('roaming', customer, { country, price: money(price, customer.lng) });
export const smsOffer = (customer, offer) =>
  sms('offer', customer, { gigabytes: offer.gigabytes, price: money(offer.price, customer.lng) });
