/** An address in running text; the parts are bounded, so that no text is searched for long. */
export const addressesIn = /[^\s<>()[\]"',;:=]{1,100}@([^\s<>()[\]"',;:]{1,200})/g;
const numbersIn = /\+\d[\d ()-]{6,18}(\d\d)\b/g;

/** The text without the persons in it: of addresses the domain is left, of telephone numbers the last two digits. */
export function maskPersons(text: string): string {
  const anonymous = text.includes('@') ? text.replace(addressesIn, '***@$1') : text;
  return anonymous.includes('+') ? anonymous.replace(numbersIn, '***$1') : anonymous;
}
