/** Letters that keyboards of Arabic and Persian write differently; those with a mark come apart by themselves. */
const letters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ٱ: 'ا' };

/** `dateOfBirth`, `DATE_OF_BIRTH` and ` Date of birth:` are one name; accents, joiners and marks do not count. */
export function foldHeader(name: string): string {
  const apart = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const plain = apart
    .normalize('NFKD')
    .replace(/[يىكةٱ]/gu, (letter) => letters[letter] ?? letter)
    .replace(/ß/g, 'ss')
    .replace(/[\p{M}\u0640'’`]|\u200c|\u200d/gu, '');
  const words = plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.replace(/(\p{L})(\p{N})/gu, '$1 $2').trim();
}
