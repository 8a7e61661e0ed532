/**
 * The default alphabet of 3GPP TS 23.038, 6.2.1, in order of its codes, sixteen a row. The code of the escape (0x1B) has
 * no character of its own and is left out.
 */
const basic = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
];

/** Its extension table, 6.2.1.1: each takes two septets, the escape and the character. */
const extension = '\f^{}\\[~]|€';

const septets = new Map<string, 1 | 2>([
  ...[...basic.join('')].map((character) => [character, 1] as const),
  ...[...extension].map((character) => [character, 2] as const),
]);

/** Septets a character takes in the default alphabet of GSM; undefined outside it. */
export const septetsOf = (character: string): 1 | 2 | undefined => septets.get(character);
