/** Words after which the answer of another host, or an earlier error, is quoted. */
const quotes = [
  'last (?:transfail|error|smtp error)(?: was)? ?:?',
  '(?:remote host|remote server|server|host)(?: [^ ]{1,80}){0,4}? (?:said|returned|responded(?: with)?|replied)\\b:?',
  '\\bsaid:',
  'the (?:response|error)(?: from the remote server)? (?:was|that the other server returned was):',
  'did not like our [a-z :]{1,20}?:',
  'smtp error from remote (?:mail server|mailer) after [^:]{1,60}:(?:<address>(?: size=\\S{1,20})?:)?(?: host [^:]{1,120}:)?',
  'error_code ?:',
  '(?:technical details of [a-z]{1,12} failure|diagnostic[- ]code|reported error|response|status=[a-z]{1,20} \\() ?:?(?: ?(?:smtp|x-[a-z]{1,20}) ?;)?',
  'transcript of session follows',
  '<<<',
  '->',
];
const quoting = new RegExp(quotes.join('|'), 'gi');

/** The innermost answer a masked text quotes: the true cause stands there. `` where it quotes none. */
export function unwrapText(masked: string): string {
  let inner = '';
  for (const match of masked.matchAll(quoting)) {
    const rest = masked.slice(match.index + match[0].length).trim();
    if (/\p{L}{3}/u.test(rest)) inner = rest;
  }
  return inner;
}
