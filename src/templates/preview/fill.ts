import type { FieldUse, Part, Tag } from '../../model/template.js';
import { addTo } from '../../text/group-by.js';
import { type Node, readNodes } from './nodes.js';
import { lookUp, type Sample } from './sample.js';

export interface Filled {
  readonly text: string;
  /** Names of fields without a value, each once. */
  readonly missing: readonly string[];
}

/** Bounds of what a preview can become, whatever template and sample say. */
const bounds = { characters: 2_000_000, turns: 20, includes: 5 };

/** What a layout puts the text itself in by. */
const bodies = new Set(['body', 'content', '@content', 'yield', '@partial-block', 'children', 'main']);

const negative = /^\W{0,6}(?:\^|unless\b|if\s{1,9}not\b|if\s{1,9}!)/;

const stem = (path: string): string => path.split('/').at(-1)!.replace(/^_/, '').split('.')[0]!;

interface Turn {
  readonly items: ReadonlyMap<string, number>;
  readonly depth: number;
}

/** Puts values in place of tags. Nothing of a template is run: a choice goes by whether its field has a value. */
class Filler {
  readonly missing = new Set<string>();
  #left = bounds.characters;

  constructor(
    private readonly sample: Sample,
    private readonly encode: (text: string) => string,
    private readonly body: string | undefined,
  ) {}

  part(part: Part, depth = 0): string {
    return this.#nodes(part, readNodes(part.text, part.parsed), { items: new Map(), depth });
  }

  #nodes(part: Part, nodes: readonly Node[], turn: Turn): string {
    let text = '';
    for (const node of nodes) {
      if (this.#left <= 0) break;
      const piece =
        node.kind === 'text'
          ? node.text
          : node.kind === 'tag'
            ? this.#tag(part, node.tag, turn)
            : this.#block(part, node, turn);
      if (node.kind !== 'block') this.#left -= piece.length;
      text += piece;
    }
    return text;
  }

  #tag(part: Part, tag: Tag, turn: Turn): string {
    if (tag.kind === 'include') return this.#include(part, tag, turn);
    if (tag.kind !== 'output') return '';
    const use = usesIn(part, tag).find(({ role }) => role === 'output' || role === 'argument');
    if (this.body !== undefined && part.name === 'layout' && isBody(part, tag, use)) return this.body;
    if (!use)
      return this.encode(
        `‹${part.text
          .slice(tag.start, Math.min(tag.end, tag.start + 60))
          .replace(/[<>{}%]/g, '')
          .trim()}›`,
      );
    return this.#value(use, turn);
  }

  #value(use: FieldUse, { items }: Turn): string {
    const value = lookUp(this.sample, use.name, items);
    if (value === undefined || value === null) {
      if (!use.local) this.missing.add(use.name);
      return this.encode(`‹${use.name}›`);
    }
    const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? '…' : String(value);
    return use.raw ? text : this.encode(text);
  }

  #block(part: Part, { open, branches }: Extract<Node, { kind: 'block' }>, turn: Turn): string {
    const [use] = usesIn(part, open).filter(({ role }) => role === 'condition' || role === 'loop');
    const value = use ? lookUp(this.sample, use.name, turn.items) : true;
    if (use?.role === 'loop' && Array.isArray(value))
      return this.#loop(part, branches, use, turn, value.length);
    const isThere = value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
    const isFirst = isThere !== negative.test(part.text.slice(open.start, open.end));
    return this.#nodes(part, (isFirst ? branches[0] : branches[1]) ?? [], turn);
  }

  #loop(part: Part, branches: readonly Node[][], { name }: FieldUse, turn: Turn, length: number): string {
    const list = name.replace(/^[@$]+/, '');
    const turns = Array.from({ length: Math.min(length, bounds.turns) }, (_, at) =>
      this.#nodes(part, branches[0]!, {
        ...turn,
        items: new Map([...turn.items, [list, at], [`${list}[]`, at]]),
      }),
    );
    return turns.length > 0 ? turns.join('') : this.#nodes(part, branches[1] ?? [], turn);
  }

  #include(part: Part, tag: Tag, { depth }: Turn): string {
    const include = part.parsed.includes.find(({ start, end }) => start >= tag.start && end <= tag.end);
    if (!include || depth >= bounds.includes) return '';
    const found = part.included.find(
      (one) => one.name !== 'layout' && stem(one.file.path) === stem(include.name),
    );
    return found ? this.part(found, depth + 1) : this.encode(`‹${include.name}›`);
  }
}

const known = new WeakMap<Part, ReadonlyMap<number, readonly FieldUse[]>>();

/** Uses of a part by where their tags begin. */
function usesOf(part: Part): ReadonlyMap<number, readonly FieldUse[]> {
  const cached = known.get(part);
  if (cached) return cached;
  const byTag = new Map<number, FieldUse[]>();
  for (const use of part.parsed.uses) {
    addTo(byTag, use.tag.start, use);
  }
  known.set(part, byTag);
  return byTag;
}

const usesIn = (part: Part, { start }: Tag): readonly FieldUse[] => usesOf(part).get(start) ?? [];

/** Whether a tag of a layout is where the text itself goes. */
const isBody = ({ text, parsed }: Part, { start, end }: Tag, use: FieldUse | undefined): boolean =>
  (use !== undefined && bodies.has(use.name)) ||
  parsed.helpers.some((one) => one.start >= start && one.end <= end && bodies.has(one.name)) ||
  /\b(?:yield|body|content)\b/.test(text.slice(start, Math.min(end, start + 60)));

/** A part with values in place of its tags, in its layout if it has one. */
export function fillPart(part: Part, sample: Sample, encode: (text: string) => string): Filled {
  const filler = new Filler(sample, encode, undefined);
  const text = filler.part(part);
  const layout = part.included.find(({ name }) => name === 'layout');
  if (!layout) return { text, missing: [...filler.missing] };
  const around = new Filler(sample, encode, text);
  const whole = around.part(layout);
  return {
    text: whole.includes(text) ? whole : text,
    missing: [...new Set([...filler.missing, ...around.missing])],
  };
}
