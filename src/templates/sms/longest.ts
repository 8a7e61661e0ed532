import type { FieldUse, ParsedText, Tag } from '../../model/template.js';

interface Branches {
  longest: string;
  current: string;
}

const longer = ({ longest, current }: Branches): string =>
  current.length > longest.length ? current : longest;

/** What is open when a tag of this kind has been read; a block that is closed adds its longest branch to what is around it. */
function step(open: Branches[], kind: Tag['kind']): void {
  const top = open.at(-1)!;
  if (kind === 'open') open.push({ longest: '', current: '' });
  if (kind === 'else' && open.length > 1) Object.assign(top, { longest: longer(top), current: '' });
  if (kind === 'close' && open.length > 1) {
    open.pop();
    open.at(-1)!.current += longer(top);
  }
}

/**
 * The longest text a template can become: of branches the longest, a loop once, and `toValue` in place of every field.
 * Unclosed blocks end with the text.
 */
export function longestText(
  text: string,
  { tags, uses }: Pick<ParsedText, 'tags' | 'uses'>,
  toValue: (use: FieldUse) => string,
): string {
  const outputs = new Map(uses.filter(({ role }) => role === 'output').map((use) => [use.tag.start, use]));
  const open: Branches[] = [{ longest: '', current: '' }];
  let from = 0;
  for (const tag of tags) {
    if (tag.start < from) continue;
    open.at(-1)!.current += text.slice(from, tag.start);
    const use = outputs.get(tag.start);
    if (use) open.at(-1)!.current += toValue(use);
    step(open, tag.kind);
    from = tag.end;
  }
  open.at(-1)!.current += text.slice(from);
  while (open.length > 1) step(open, 'close');
  return open[0]!.current;
}
