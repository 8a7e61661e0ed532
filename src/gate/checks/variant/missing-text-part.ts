import type { Check } from '../../check.js';
import { type Sibling, siblingsOf } from '../../variants/siblings.js';

/** Files are texts of their own; of catalogues, each has its manner. */
const originOf = ({ parts }: Sibling): string => (parts[0]!.key === '' ? '' : parts[0]!.file.path);

/** Mails in HTML for which nobody wrote the text part. */
export const missingTextPart: Check = function* ({ messages }) {
  const mails = messages.flatMap((message) =>
    siblingsOf(message).filter(({ channel }) => channel === 'email'),
  );
  const count = (origin: string, isWhole: (mail: Sibling) => boolean): number =>
    mails.filter((mail) => mail.html.length > 0 && originOf(mail) === origin && isWhole(mail)).length;
  const usual = new Map<string, boolean>();
  for (const origin of new Set(mails.map(originOf))) {
    const both = count(origin, ({ text }) => text.length > 0);
    usual.set(origin, origin === '' ? both > 0 : both * 2 >= count(origin, () => true));
  }
  for (const mail of mails) {
    if (mail.html.length === 0 || mail.text.length > 0) continue;
    const origin = originOf(mail);
    const isUsual = usual.get(origin) === true;
    if (isUsual || origin === '')
      yield { case: isUsual ? 'missing' : 'none', at: { part: mail.html[0]! }, about: 'text' };
  }
};
