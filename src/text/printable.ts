import { muteInside } from './escape-commands.js';

/** Joiners stay, Persian needs them; every other control, format and line character is shown, never obeyed. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const escaped = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`;

/** A value of an input as an error quotes it: what cannot be seen is spelt out, nothing reaches a terminal as command. */
export const printable = (text: string): string => muteInside(text.replace(invisible, escaped));
