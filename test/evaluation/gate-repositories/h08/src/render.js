import { readFileSync } from "node:fs";
import Handlebars from "handlebars";
import mjml2html from "mjml";
import i18next, { RTL } from "./i18n.js";

const read = (name) => readFileSync(new URL(`../templates/${name}`, import.meta.url), "utf8");

Handlebars.registerPartial("footer", read("partials/footer.mjml.hbs"));
Handlebars.registerPartial("footerText", read("partials/footer.txt.hbs"));
Handlebars.registerHelper("t", function (key, options) {
  const lng = options.data.root.lang;
  return i18next.t(key, { lng, ...options.data.root, ...options.hash });
});

// A picture of our own, no word of the patient: this is why the template may put it out unescaped.
const ICON = '<img src="https://www.koivuclinic.example/mail/clock.png" alt="" width="24" height="24">';

export function render(name, lang, data) {
  const rtl = RTL.has(lang);
  const root = { ...data, lang, dir: rtl ? "rtl" : "ltr", start: rtl ? "right" : "left", icon: ICON };
  return {
    subject: i18next.t(`mail:${name}.subject`, { lng: lang, ...data }),
    html: mjml2html(Handlebars.compile(read(`${name}.mjml.hbs`))(root)).html,
    text: Handlebars.compile(read(`${name}.txt.hbs`), { noEscape: true })(root),
  };
}
