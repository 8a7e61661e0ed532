const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const unescaped = (_: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? ' ';
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
};

/** The text a reader sees of a page, its blocks on lines of their own. */
export const htmlText = (html: string): string =>
  html
    .replace(/<(script|style|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|tr|li|h\d|table|pre|blockquote))\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, unescaped);
