import type { Token } from './lex.js';

/** `x?upper_case` is a filter in other words, `x!"y"` and `x??` ask whether there is a value. */
export function readBuiltIns(tokens: readonly Token[]): {
  tokens: Token[];
  filters: string[];
  fallback: boolean;
} {
  const kept: Token[] = [];
  const filters: string[] = [];
  let fallback = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (
      token.text === '??' ||
      (token.text === '!' && i > 0 && tokens[i - 1]!.kind !== 'sign') ||
      (token.text === '!' && tokens[i - 1]?.text === ')')
    )
      fallback = true;
    else if (token.text === '?' && next?.kind === 'path') {
      filters.push(next.text);
      fallback ||= next.text === 'has_content' || next.text === 'if_exists' || next.text === 'default';
      i++;
    } else kept.push(token);
  }
  return { tokens: kept, filters, fallback };
}
