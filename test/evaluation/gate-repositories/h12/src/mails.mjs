import { render } from "./render.mjs";
import { transport } from "./transport.mjs";

const from = "Sable Telecom <care@sabletelecom.example>";

const money = (lang, cents) =>
  new Intl.NumberFormat(lang === "ar" ? "ar-EG" : lang, { style: "currency", currency: "EUR" }).format(cents / 100);
const day = (lang, date) => new Intl.DateTimeFormat(lang === "ar" ? "ar-EG" : lang, { dateStyle: "long" }).format(date);

export async function invoice(customer, bill) {
  const lang = customer.lang;
  const values = {
    name: customer.firstName,
    amount: money(lang, bill.cents),
    due: day(lang, bill.due),
    number: bill.number,
    link: bill.url,
  };
  await transport.sendMail({ from, to: customer.email, ...(await render("invoice", lang, values)) });
}

export async function simSwap(customer, swap) {
  const lang = customer.lang;
  const values = { name: customer.firstName, day: day(lang, swap.at), link: swap.blockUrl };
  await transport.sendMail({ from, to: customer.email, ...(await render("simswap", lang, values)) });
}
