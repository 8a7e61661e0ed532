const separator = String.raw`\s{0,3}[,;\n|·•–-]\s{0,3}`;
const street = String.raw`\p{Lu}[\p{L}'’. -]{2,40}`;
const house = String.raw`\d{1,5}\s?[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?`;
/** Digits with or without letters before or behind: 8001, D-10115, 1013 GA, 50010-1234. */
const postcode = String.raw`(?:\p{Lu}{1,2}-)?\d{4,6}(?:[ -]?\p{Lu}{2}|-\d{3,4})?`;
/** Outward and inward code of the United Kingdom, forward sortation area and delivery unit of Canada. */
const lettered = String.raw`\b(?:\p{Lu}{1,2}\d[\p{Lu}\d]?\s\d\p{Lu}{2}|\p{Lu}\d\p{Lu}\s?\d\p{Lu}\d)\b`;

const shapes = [
  new RegExp(lettered, 'u'),
  new RegExp(`${street}\\s${house}${separator}${postcode}\\s\\p{Lu}\\p{L}`, 'u'),
  new RegExp(
    `\\b${house}\\s${street}${separator}(?:${street}${separator})?(?:\\p{Lu}{2}\\s|${street}\\s)?\\d{5}(?:-\\d{4})?\\b`,
    'u',
  ),
];

/** Whether a street with its number stands beside a place with its postcode, in the orders countries write them (UPU S42). */
export const hasPostalAddress = (text: string): boolean =>
  text.length > 0 && shapes.some((shape) => shape.test(text.slice(0, 200_000)));
