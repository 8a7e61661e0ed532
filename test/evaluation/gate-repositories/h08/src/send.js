import i18next from "./i18n.js";
import { render } from "./render.js";
import { mailer, sms } from "./transport.js";

const from = "Koivu Clinic <ajanvaraus@koivuclinic.example>";

const day = (lng, at) => new Intl.DateTimeFormat(lng, { dateStyle: "long" }).format(at);
const hour = (lng, at) => new Intl.DateTimeFormat(lng, { timeStyle: "short", timeZone: "Europe/Helsinki" }).format(at);

/** The day before the appointment. firstName may be missing: some patients book without it. */
export async function remind(patient, visit) {
  const lng = patient.language;
  const data = {
    firstName: patient.firstName,
    day: day(lng, visit.at),
    time: hour(lng, visit.at),
    door: visit.door,
    changeUrl: visit.changeUrl,
    count: visit.companions,
  };
  await mailer.sendMail({ from, to: patient.email, ...render("reminder", lng, data) });
  if (patient.mobile) await sms.send(patient.mobile, i18next.t("sms:reminder", { lng, ...data }));
}

/** A bill. The amount comes from the billing system as cents. */
export async function bill(patient, invoice) {
  const lng = patient.language;
  const data = {
    firstName: patient.firstName,
    amount: new Intl.NumberFormat(lng, { style: "currency", currency: "EUR" }).format(invoice.cents / 100),
    due: day(lng, invoice.due),
    billUrl: invoice.url,
  };
  await mailer.sendMail({ from, to: patient.email, ...render("bill", lng, data) });
}

/** One-time code for the booking page. */
export async function code(patient, code) {
  const lng = patient.language;
  await sms.send(patient.mobile, i18next.t("sms:code", { lng, code, minutes: 10 }));
}
