import type { Span } from '../../model/template.js';

/** A block that is open. */
export interface Frame {
  /** Word that opened it, `for`. */
  readonly word: string;
  readonly at: Span;
  /** Names it makes: what they stand for in the sender's data, null where nobody has to supply them. */
  readonly names?: ReadonlyMap<string, string | null>;
  /** Where plain names are looked up inside it; null where no sender has a part in it. */
  readonly context?: string | null;
  /** Other contexts it may have, because only the data tells. */
  readonly contexts?: readonly string[];
  /** Fields it asks about, so that they have a value inside it. */
  readonly guards: readonly string[];
  /** The guards hold after `else` and not before it. */
  readonly negated?: boolean;
}

export interface Resolved {
  readonly name: string;
  readonly local: boolean;
  readonly guarded: boolean;
  readonly alternatives?: readonly string[];
}

export const join = (context: string, name: string): string =>
  context && name ? `${context}.${name}` : context || name;

const isGuarded = (name: string, guard: string): boolean => guard === name || name.startsWith(`${guard}.`);

/** Blocks further out than this are not looked at, so that a text of nothing but openings is read in linear time. */
const reach = 64;

/** Longer names come of blocks in blocks without end; nobody hands them over. */
const longest = 500;

/** Blocks that are open at a place, and what names mean there. */
export class Scopes {
  readonly #frames: Frame[] = [];
  readonly #made = new Map<string, string | null>();

  get top(): Frame | undefined {
    return this.#frames.at(-1);
  }

  /** Innermost blocks, the innermost last. */
  get near(): readonly Frame[] {
    return this.#frames.slice(-reach);
  }

  get frames(): readonly Frame[] {
    return this.#frames;
  }

  push(frame: Frame): void {
    this.#frames.push(frame);
  }

  pop(): Frame | undefined {
    return this.#frames.pop();
  }

  /** After `else` what was asked no longer holds, and what was denied does. */
  turn(guards: readonly string[] = []): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const { guards: before, negated = false, context: _, contexts: __, names: ___, ...rest } = frame;
    this.#frames.push({ ...rest, guards: negated ? [...before, ...guards] : guards });
  }

  /** A name made by an assignment; it stays until the end of the text. */
  make(name: string, target: string | null = null): void {
    this.#made.set(name, target);
  }

  #lookUp(head: string): string | null | undefined {
    const frame = this.near.findLast(({ names }) => names?.has(head));
    if (frame) return frame.names!.get(head)!;
    return this.#made.get(head);
  }

  /** Innermost context but `up` of them. */
  #context(up: number): { context: string | null; contexts: readonly string[] } {
    const own = this.near.filter(({ context }) => context !== undefined);
    const frame = own.at(-1 - up);
    return { context: frame ? frame.context! : '', contexts: frame?.contexts ?? [] };
  }

  #isGuarded = (name: string): boolean =>
    this.near.some(
      ({ guards, negated = false }) => !negated && guards.some((guard) => isGuarded(name, guard)),
    );

  /** What a path means here; `up` climbs that many contexts, `root` all of them. */
  resolve(path: string, { up = 0, root = false }: { up?: number; root?: boolean } = {}): Resolved {
    const head = /^[^.[]*/.exec(path)![0];
    const target = up > 0 || root ? undefined : this.#lookUp(head);
    if (target === null) return { name: path, local: true, guarded: false };
    if (target !== undefined) return this.#sent(`${target}${path.slice(head.length)}`);
    if (root) return this.#sent(path);
    const { context, contexts } = this.#context(up);
    if (context === null) return { name: path, local: true, guarded: false };
    return this.#sent(join(context, path), contexts.map((one) => join(one, path)).filter(Boolean));
  }

  #sent(name: string, alternatives: readonly string[] = []): Resolved {
    if (name.length > longest) return { name: name.slice(-longest), local: true, guarded: false };
    const guarded = this.#isGuarded(name);
    return { name, local: name === '', guarded, ...(alternatives.length > 0 && { alternatives }) };
  }
}
