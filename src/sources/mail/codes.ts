import type { Stage } from '../../model/delivery.js';

/** RFC 3463 2: class, subject and detail; not part of an IP address or of a longer version number. */
const enhanced = /(?<![\w.])([245])\.([0-9])\.(\d{1,3})(?![\w]|\.\d)/g;

/** RFC 5321 4.2.1: a reply code stands at the beginning of what a server said. */
const replies = [
  /(?<![\w.])([245][0-7]\d)[ -]#?[245]\.\d\.\d{1,3}\b/,
  /(?:said|says|replied|responded|response|reply|returned|answer(?:ed)?|error|code|status|reason|smtp|x-[\w-]+);?(?: was| code| is)?(?::|;|=| )[\s"'<(]*([45][0-7]\d)(?=[\s\-:,;)>"']|$)/i,
  /^[\s"'<(#[]*([45][0-7]\d)(?=[\s\-:,;)\]>"'#]|$)/m,
  /(?:[:;>\]]|\.{3})\s*[("'[<]?([45][0-7]\d)(?=[\s\-:,;)\]>"'])/,
  /[\s(]#?([45][0-5]\d)[- ](?=[A-Za-z<"'#[])/,
];

/** The reply code in what a server said; `` where there is none. */
export function replyCodeOf(text: string): string {
  for (const pattern of replies) {
    const [, code] = pattern.exec(text) ?? [];
    if (code !== undefined) return code;
  }
  return '';
}

const isExact = (code: string): boolean => !/^\d\.0\.0$/.test(code);

/** The first status code of RFC 3463 that says more than its class, else the first; `` where there is none. */
export function enhancedCodeOf(...texts: readonly string[]): string {
  const codes = texts.flatMap((text) => [...text.matchAll(enhanced)].map(([code]) => code));
  return codes.find(isExact) ?? codes[0] ?? '';
}

/** Words by which programs tell at which command a server refused. */
const stageWords: readonly (readonly [Stage, RegExp])[] = [
  [
    'data',
    /\[DATA\]|end of (?:data|message)|(?:in (?:reply|response) to|after|to|>>>) (?:the )?(?:DATA|BDAT)\b|end-of-data/i,
  ],
  [
    'rcpt',
    /\[RCPT[ _]TO\]|(?:in (?:reply|response) to|after|to|>>>|during|at) (?:the )?(?:pipelined )?RCPT(?: TO)?\b/i,
  ],
  [
    'mail_from',
    /\[MAIL[ _]FROM\]|(?:in (?:reply|response) to|after|to|>>>|during|at) (?:the )?(?:pipelined )?MAIL(?: FROM)?\b/i,
  ],
  [
    'connect',
    /(?:in (?:reply|response) to|after|>>>) (?:the )?(?:EHLO|HELO|LHLO|STARTTLS|initial connection)\b|while (?:sending|receiving|performing) .{0,30}(?:greeting|EHLO|HELO)|refused to talk to me|lost connection with|connection (?:timed out|refused|reset)|connect(?:ion)? to .{1,80}(?:timed out|refused|failed)/i,
  ],
];

/** At which command of SMTP a server refused, where the text says it. */
export const stageOf = (text: string): Stage | undefined =>
  stageWords.find(([, words]) => words.test(text))?.[0];

const host = String.raw`([A-Za-z0-9](?:[\w-]*\.)+[A-Za-z][\w-]*|\d{1,3}(?:\.\d{1,3}){3})`;
const remotes = [
  new RegExp(String.raw`\bhost ${host}\.? ?[[(:]`, 'i'),
  new RegExp(String.raw`while talking to \[?${host}`, 'i'),
  new RegExp(String.raw`connected to \[?${host}`, 'i'),
  new RegExp(
    String.raw`(?:remote (?:host|server|mta|mail server)|mail server|server|by|from|with|mx) (?:for \S+ by )?\[?${host}\.? ?[\])(:]`,
    'i',
  ),
  new RegExp(`generating server: ${host}`, 'i'),
];

/** The host that answered, by name or address; `` where the text does not say. */
export function remoteOf(text: string): string {
  for (const pattern of remotes) {
    const [, name] = pattern.exec(text) ?? [];
    if (name !== undefined) return name;
  }
  return '';
}
