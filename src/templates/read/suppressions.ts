import type { Span, TemplateFile } from '../../model/template.js';

/** A comment in a template that takes a finding back. */
export interface Suppression extends Span {
  /** What it stands for: `next-line`, `file`, or another word, as written, that stands for nothing. */
  readonly kind: string;
  /** Ids, codes or packs (`privacy/*`) as written. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** YYYY-MM-DD, the last day it holds. */
  readonly until?: string;
  /** Line it stands on, from 1. */
  readonly line: number;
}

const directive = /\bunsilo-disable-([a-z][a-z-]{0,30})\b([^\r\n]{0,500})/g;
const option = /\b(reason|until)=(?:"([^"]*)"|“([^”]*)”|'([^']*)'|([^\s"']+))/g;

/** Ends of comments of every engine, which stand behind what is said. */
const commentEnd = /(?:--%?>|--\}\}|\}\}|#\}|\*\/|%>|-%\}|%\}|\]%%|#\]|\*#|\*@|--\]|\{%).*$/s;

function optionsOf(text: string): { reason?: string; until?: string } {
  const found: { reason?: string; until?: string } = {};
  for (const [, name, ...values] of text.matchAll(option)) {
    const value = values.find((one) => one !== undefined) ?? '';
    if (value !== '') found[name as 'reason' | 'until'] = value;
  }
  return found;
}

/** What comments of a template take back: `unsilo-disable-next-line rule reason="…" until=2027-01-31`. */
export function suppressionsOf({ text }: Pick<TemplateFile, 'text'>): Suppression[] {
  const found: Suppression[] = [];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(directive)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line++;
      counted = at + 1;
    }
    const [, kind = '', behind = ''] = match;
    const rest = behind.replace(commentEnd, '');
    const options = optionsOf(rest);
    const said = rest.replace(option, ' ');
    const rules = said
      .split(/[\s,]+/)
      .filter((word) => /^[\w-]+(?:\/[\w*-]+)?$/.test(word) && /\w/.test(word));
    const end = match.index + (match[0].length - behind.length) + rest.trimEnd().length;
    found.push({ kind, rules, ...options, line, start: match.index, end });
  }
  return found;
}
