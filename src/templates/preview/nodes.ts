import type { ParsedText, Tag } from '../../model/template.js';

/** A text by its blocks: stretches to print, tags, and blocks with their branches. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'block'; readonly open: Tag; readonly branches: Node[][] };

/** Deeper blocks are shown as if they were one. */
const deepest = 50;

interface Open {
  readonly branches: Node[][];
  readonly ignored: boolean;
}

/** Reads tags as blocks; a block that is not closed ends with the text, one too many is left out. */
export function readNodes(text: string, { tags }: Pick<ParsedText, 'tags'>): Node[] {
  const root: Node[] = [];
  const open: Open[] = [{ branches: [root], ignored: false }];
  const add = (node: Node) => open.at(-1)!.branches.at(-1)!.push(node);
  let from = 0;
  for (const tag of tags) {
    if (tag.start < from) continue;
    if (tag.start > from) add({ kind: 'text', text: text.slice(from, tag.start) });
    from = tag.end;
    if (tag.kind === 'open') {
      const ignored = open.length > deepest;
      const branches = ignored ? open.at(-1)!.branches : [[]];
      if (!ignored) add({ kind: 'block', open: tag, branches });
      open.push({ branches, ignored });
    } else if (tag.kind === 'else') {
      if (open.length > 1 && !open.at(-1)!.ignored) open.at(-1)!.branches.push([]);
    } else if (tag.kind === 'close') {
      if (open.length > 1) open.pop();
    } else add({ kind: 'tag', tag });
  }
  if (from < text.length) add({ kind: 'text', text: text.slice(from) });
  return root;
}
