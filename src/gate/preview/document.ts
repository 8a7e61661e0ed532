/** No request, no script: what a mail client without pictures shows. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

export interface Reader {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Filled HTML as a document: a fragment gets one in the direction of its language, a whole one stays as it is written. */
export function toDocument(markup: string, { locale, dir }: Reader): string {
  const head = /<head\b[^>]{0,500}>/i.exec(markup);
  if (head) {
    const at = head.index + head[0].length;
    return `${markup.slice(0, at)}${policy}${markup.slice(at)}`;
  }
  if (/<html\b/i.test(markup)) return `${policy}${markup}`;
  const lang = /^[\w-]{1,35}$/.test(locale) ? locale : 'und';
  return `<!DOCTYPE html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">${policy}</head><body>${markup}</body></html>`;
}
