import { readFileSync } from "node:fs";
import { Liquid } from "liquidjs";

const engine = new Liquid({ root: "liquid", extname: ".liquid", outputEscape: "escape", strictVariables: true });
const plain = new Liquid({ root: "liquid", extname: ".liquid", strictVariables: true });

const load = (lang) => JSON.parse(readFileSync(new URL(`../locales/${lang}.json`, import.meta.url), "utf8"));
const english = load("en");

/** English fills what a language lacks. */
const text = (lang) => ({ ...english, ...(lang === "en" ? {} : load(lang)) });

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, key) => (key in values ? values[key] : all));

export async function render(name, lang, values) {
  const t = Object.fromEntries(Object.entries(text(lang)).map(([k, v]) => [k.replace(/\./g, "_"), fill(v, values)]));
  const scope = { ...values, t, lang, dir: lang === "ar" ? "rtl" : "ltr" };
  return {
    subject: t[`${name}_subject`],
    html: await engine.renderFile(`email/${name}.html.liquid`, scope),
    text: await plain.renderFile(`email/${name}.text.liquid`, scope),
  };
}
