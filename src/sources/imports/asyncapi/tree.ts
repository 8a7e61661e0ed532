import { posix } from 'node:path';
import { toPointer, type YamlDocument } from '../../../text/yaml-documents.js';
import type { Mistake } from '../mistakes.js';
import type { Opened } from '../open.js';
import type { At } from '../types.js';

type Path = readonly string[];

/** A value somewhere in the files, and where that is. */
export interface Node {
  readonly file: string;
  readonly path: Path;
  readonly value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object a node holds; an empty one for anything else. */
export const objectOf = ({ value }: Node): Fields => (isObject(value) ? value : {});

/** Text a node holds under a key. */
export function textIn(node: Node, key: string): string | null {
  const value = objectOf(node)[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A part of a node, where it has one. */
export function child(node: Node, key: string): Node | undefined {
  const value: unknown = (node.value as Fields | null | undefined)?.[key];
  return value === undefined || value === null
    ? undefined
    : { file: node.file, path: [...node.path, key], value };
}

/** The parts of an object or list, with their keys. */
export function children(node: Node | undefined): [string, Node][] {
  if (node === undefined || typeof node.value !== 'object' || node.value === null) return [];
  return Object.keys(node.value).flatMap((key): [string, Node][] => {
    const part = child(node, key);
    return part ? [[key, part]] : [];
  });
}

/** A step of a pointer as it is meant; one that is escaped wrongly is taken as it stands. */
function toKey(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return step;
  }
}

/** Longer chains of references lead in a circle. */
const mostHops = 50;

/** All documents of a format, and the references between them. */
export class Tree {
  private readonly roots = new Map<string, YamlDocument>();
  readonly mistakes: Mistake[] = [];

  constructor(opened: readonly Opened[]) {
    for (const { file, documents } of opened) this.roots.set(file, documents[0]!);
  }

  root(file: string): Node {
    return { file, path: [], value: this.roots.get(file)!.value };
  }

  at({ file, path }: Node): At {
    return { row: this.roots.get(file)!.rowOf(path), pointer: toPointer(path) };
  }

  /** Says that something at a node is wrong. */
  blame(node: Node, message: string, details: Pick<Mistake, 'value' | 'expected' | 'tips'> = {}): void {
    this.mistakes.push({ file: node.file, ...this.at(node), message, ...details });
  }

  /**
   * What a node is after all references are followed; undefined where it lies in the network, which is never asked, or
   * where the reference is wrong, which is told.
   */
  follow(node: Node): Node | undefined {
    let one: Node | undefined = node;
    for (let hops = 0; one !== undefined; hops++) {
      const ref = textIn(one, '$ref');
      if (ref === null) return one;
      if (hops > mostHops) return this.fail(node, ref, 'references lead in a circle');
      one = isRemote(ref) ? undefined : this.target(one, ref);
    }
    return undefined;
  }

  private target(from: Node, ref: string): Node | undefined {
    const [name = '', pointer = ''] = ref.split('#');
    const file = name === '' ? from.file : posix.join(posix.dirname(from.file), toKey(name));
    const root = this.roots.get(file);
    if (root === undefined) return this.fail(from, ref, `no source of asyncapi names the file ${file}`);
    const steps = pointer.split('/').slice(1).map(toKey);
    const found = steps.reduce<Node | undefined>(
      (node, step) => (node === undefined ? undefined : child(node, step)),
      { file, path: [], value: root.value },
    );
    return found ?? this.fail(from, ref, `${file} has nothing at ${pointer}`);
  }

  private fail(node: Node, ref: string, why: string): undefined {
    const at = { ...node, path: [...node.path, '$ref'] };
    const known = this.mistakes.some(
      (one) => one.file === at.file && one.pointer === toPointer(at.path) && one.value === ref,
    );
    const details = { value: ref, expected: 'a reference into a file that unsilo.yaml names under asyncapi' };
    if (!known) this.blame(at, `a reference leads nowhere: ${why}`, details);
    return undefined;
  }
}

/** A reference to an address in the network. */
export const isRemote = (ref: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(ref);
