import type { Part } from '../../model/template.js';
import { isTelling } from '../../templates/read/channels-by-use.js';
import type { CodeFile } from './code-words.js';

/** Names that say SMS: `send_sms`, `smsService`, `VonageMessage`, `twilio.messages`. */
const saysSms = /(?<![A-Za-z])sms|Sms|SMS|[Vv]onage|[Nn]exmo|[Tt]wilio/;
/** The name of what is called, before its parenthesis: `(new VonageMessage)->content`. */
const called = /(?:[\w.$@>:?!-]|\((?:[^()\n]{0,80})\))+$/;
/** What a value is given to: `sms_body = _(`, `smsText: t(`. */
const given = /([\w.$]{1,60})["']?\s?(?:=>|[:=])\s?(?:await\s)?[\w.$:>-]*$/;
/** A block of another function begins here, and what is called before it has nothing to do with what stands in it. */
const opensBlock = /(?:\)|=>|\b(?:do|else|try))\s*$/;
const quoted = /(["'`])((?:\\.|(?!\1)[^\\\n]){3,500})\1/g;

/** Characters that are looked at before a key; calls are shorter. */
const reach = 500;

/** Whether what stands before an offset calls or names what sends an SMS. */
function isForSms(text: string, at: number): boolean {
  const least = Math.max(0, at - reach);
  let depth = 0;
  let braces = 0;
  for (let i = at - 1; i >= least; i--) {
    const sign = text[i];
    if (sign === ')') depth++;
    else if (sign === '}') braces++;
    else if (sign === ';' && depth === 0) return false;
    else if (sign === '{' && --braces < 0) {
      if (opensBlock.test(text.slice(Math.max(0, i - 40), i))) return false;
      braces = 0;
    } else if (sign === '(' && --depth < 0) {
      depth = 0;
      const before = text.slice(Math.max(0, i - 160), i);
      if (saysSms.test(called.exec(before)?.[0] ?? '') || saysSms.test(given.exec(before)?.[1] ?? ''))
        return true;
    }
  }
  return false;
}

/** What code may call an entry by: its key, or that behind the name of its file, `parcels.here`. */
function namesOf({ key, file }: Part): string[] {
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return [...(isTelling(key) ? [key] : []), `${stem}.${key}`, `${stem}:${key}`];
}

const isOpen = ({ key, channel }: Part): boolean => key !== '' && channel === 'unknown';

/** Keys of catalogues of unknown channel that code puts into SMS, and into nothing else. */
export function keysOfSms(parts: readonly Part[], files: readonly CodeFile[]): ReadonlySet<string> {
  const sent = new Set<string>();
  const others = new Set<string>();
  if (!files.some(({ text }) => saysSms.test(text))) return sent;
  const open = new Set(parts.filter(isOpen).flatMap(namesOf));
  for (const { text } of files)
    for (const { index, 2: written } of text.matchAll(quoted)) {
      const key = written!.replace(/\\(["'`\\])/g, '$1');
      if (open.has(key)) (isForSms(text, index) ? sent : others).add(key);
    }
  for (const key of others) sent.delete(key);
  return sent;
}

/** The parts, of which those whose keys go out as SMS say so. */
export const withSms = (parts: readonly Part[], keys: ReadonlySet<string>): readonly Part[] =>
  keys.size === 0
    ? parts
    : parts.map((part) =>
        isOpen(part) && namesOf(part).some((name) => keys.has(name))
          ? { ...part, channel: 'sms', name: 'sms' }
          : part,
      );
