import { readFileSync } from "node:fs";

/** Fields of every letter; "@@" stands for one at sign. */
export const FIELDS = ["NAME", "STREET", "POSTCODE", "TOWN", "CUSTOMER_NO", "END_DATE", "NOTICE_DATE", "PRICE"];

export function letter(name, lang, values) {
  const text = readFileSync(new URL(`../letters/${name}.${lang}.txt`, import.meta.url), "utf8");
  return text.replace(/@([A-Z_]*)@/g, (all, key) => (key === "" ? "@" : FIELDS.includes(key) ? values[key] : all));
}
