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

/** Leaves out an element and all that it holds; what is never closed stays. */
function without(html: string, name: string): string {
  const small = html.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = small.indexOf(`<${name}`, from);
    const end = start < 0 ? -1 : small.indexOf(`</${name}`, start);
    if (end < 0) return [...kept, html.slice(from)].join(' ');
    kept.push(html.slice(from, start));
    from = end;
  }
}

/** The text a reader sees of a page, its blocks on lines of their own. */
export const htmlText = (html: string): string =>
  ['head', 'style', 'script']
    .reduce(without, html)
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|tr|li|h\d|table|pre|blockquote))(?:\s[^<>]*)?>/gi, '\n')
    .replace(/<[/!]?[a-z][^<>]*>/gi, ' ')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, unescaped);
