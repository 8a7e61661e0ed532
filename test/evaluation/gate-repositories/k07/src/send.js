import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import nodemailer from 'nodemailer'
import './i18n.js'

const transport = nodemailer.createTransport(process.env.SMTP_URL)
const read = (file) => Handlebars.compile(readFileSync(file, 'utf8'))

/** The fields below are all a mail gets. */
export function bookingConfirmed(guest, booking) {
  return send('booking_confirmed', guest, {
    guestName: guest.name,
    hotelName: booking.hotel.name,
    arrival: booking.arrivalText,
    nights: booking.nights,
    bookingUrl: booking.url,
  })
}

export function checkinOpen(guest, booking) {
  return send('checkin_open', guest, {
    guestName: guest.name,
    hotelName: booking.hotel.name,
    arrival: booking.arrivalText,
    checkinUrl: booking.checkinUrl,
  })
}

export function paymentFailed(guest, booking) {
  return send('payment_failed', guest, {
    guestName: guest.name,
    hotelName: booking.hotel.name,
    amount: booking.amountText,
    deadline: booking.payByText,
    bookingUrl: booking.url,
  })
}

export function bookingCancelled(guest, booking) {
  return send('booking_cancelled', guest, {
    guestName: guest.name,
    hotelName: booking.hotel.name,
    refund: booking.refundText,
  })
}

export function weekendIdeas(reader, idea) {
  return send('weekend_ideas', reader, {
    guestName: reader.name,
    idea: idea.title,
    bookingUrl: idea.url,
    unsubscribeUrl: reader.unsubscribeUrl,
  }, {
    'List-Unsubscribe': `<${reader.unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
}

function send(name, to, fields, headers = {}) {
  const context = { ...fields, locale: to.locale }
  const plain = { ...context, plain: true }
  return transport.sendMail({
    from: 'Karavan Stays <stay@karavan.travel>',
    to: to.email,
    headers,
    subject: Handlebars.compile(`{{t "${name}.subject"}}`)(plain),
    text: read(`templates/${name}.txt.hbs`)(plain),
    html: read(`dist/${name}.hbs`)(context),
  })
}
