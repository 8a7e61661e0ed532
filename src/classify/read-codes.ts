import { type Stage, stages } from '../model/delivery.js';

/** What a text itself says of codes and of the moment; `` where nothing. */
export interface SaidCodes {
  readonly enhancedCode: string;
  readonly replyCode: string;
  readonly stage: Stage | '';
}

const enhancedCodes = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/g;
const replyCodes = /(?<![\d.:])([245]\d\d)(?=[\s#-]|$)/g;

/** Tools write 5.0.9xx where no code was given; x.0.0 says nothing. */
const saysNothing = (code: string): boolean => /^[245]\.0\.(0|9\d\d)$/.test(code);

const moments: readonly (readonly [Stage, RegExp])[] = [
  [
    'mail_from',
    /(?:in reply to|after|in response to|like our|during) (?:the )?mail\b|>>> mail from|does not like (?:the )?sender/i,
  ],
  [
    'rcpt',
    /(?:in reply to|after|in response to|like our|during) (?:the )?rcpt\b|>>> rcpt to|does not like (?:the )?recipient/i,
  ],
  [
    'data',
    /(?:in reply to|after|in response to|like our|during) (?:the |sending |end of )*(?:data\b|message body|pipelined)|>>> (?:data|\.)|failed (?:on data command|after i sent the message)/i,
  ],
  [
    'connect',
    /(?:in reply to|after|in response to|like our|during) (?:the )?(?:ehlo|helo|lhlo|initial connection|starttls|connect)|refused to talk to me|while talking to|connected to .{1,80} but (?:greeting|my name|connection died)/i,
  ],
];

const known = new Set<string>(stages);

/** The stage of that name, `` for any other word. */
export const toStage = (word = ''): Stage | '' => (known.has(word) ? (word as Stage) : '');

/** Codes and stage that a masked text names; of several codes the first that says something. */
export function readCodes(masked: string): SaidCodes {
  const codes = Array.from(masked.matchAll(enhancedCodes), (match) => match[1]!);
  const replies = Array.from(masked.matchAll(replyCodes), (match) => match[1]!);
  return {
    enhancedCode: codes.find((code) => !saysNothing(code)) ?? '',
    replyCode: replies.find((code) => code !== '250') ?? replies[0] ?? '',
    stage: moments.find(([, words]) => words.test(masked))?.[0] ?? '',
  };
}

/** `5.1.10` → `['1.10', '1']`: the code without its class, then its subject; nothing for a code that says nothing. */
export function enhancedKeys(code: string): string[] {
  const [, subject, detail] = /^[45]\.(\d{1,3})\.(\d{1,3})$/.exec(code.trim()) ?? [];
  return subject === undefined || saysNothing(code.trim()) ? [] : [`${subject}.${detail}`, subject];
}
