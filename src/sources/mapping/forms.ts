import { textForms } from '../../model/column-settings.js';

type Form = (typeof textForms)[number];

/** Patterns that both the engine and we understand. */
export const formPatterns: Readonly<Record<Form, string>> = {
  email: '[^@\\s,;]+@[^@\\s,;]+',
  sha256: '[0-9a-fA-F]{64}',
  sha1: '[0-9a-fA-F]{40}',
  md5: '[0-9a-fA-F]{32}',
  phone: '\\+?[0-9][0-9 ()./-]{5,22}',
};

const tests = textForms.map((form) => [form, new RegExp(`^(?:${formPatterns[form]})$`)] as const);

/** The form of a text, if it has one. */
export const formOf = (text: string): Form | undefined =>
  tests.find(([, test]) => test.test(text.trim()))?.[0];

/** The form most of some texts have, in the order of `textForms` where two are equal; undefined when most have none. */
export function usualForm(texts: readonly string[]): Form | undefined {
  const forms = texts.map(formOf);
  const counts = textForms.map((form) => [form, forms.filter((one) => one === form).length] as const);
  const [best, count] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return count * 2 > texts.length ? best : undefined;
}
