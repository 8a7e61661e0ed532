import type { GateRule } from '../model/gate-rule.js';
import type { Answer } from './ask.js';
import type { At, Edit } from './check.js';
import type { GradedHit } from './to-finding.js';
import type { World } from './world.js';

type Packed<T extends object> = T extends unknown
  ? { readonly [K in keyof T]: K extends 'part' | 'file' ? number : T[K] }
  : never;

/** A hit whose texts and files are positions in the world. */
interface PackedHit extends Omit<GradedHit, 'rule' | 'at' | 'others' | 'edits'> {
  readonly at: Packed<At>;
  readonly others?: readonly Packed<At>[];
  readonly edits?: readonly Packed<Edit>[];
}

/** An answer that one thread can hand to another which looks at the same world. */
export interface PackedAnswer extends Pick<Answer, 'notEvaluated'> {
  readonly hits: readonly PackedHit[];
}

/** Tells the position of a member of a list. Throws for what is not in it. */
function positionsIn<T>(list: readonly T[]): (one: T) => number {
  const positions = new Map(list.map((one, at) => [one, at]));
  return (one) => {
    const at = positions.get(one);
    if (at === undefined) throw new Error('a rule hit a text or file that is not of its world');
    return at;
  };
}

/** Packs answers of rules asked about a world. */
export function createPack({ parts, files }: World): (answer: Answer) => PackedAnswer {
  const [partAt, fileAt] = [positionsIn(parts), positionsIn(files)];
  const packAt = (at: At): Packed<At> =>
    'part' in at ? { ...at, part: partAt(at.part) } : { ...at, file: fileAt(at.file) };
  const packHit = ({ rule, at, others, edits, ...rest }: GradedHit): PackedHit => ({
    ...rest,
    at: packAt(at),
    ...(others && { others: others.map(packAt) }),
    ...(edits && { edits: edits.map((edit) => ({ ...edit, part: partAt(edit.part) })) }),
  });
  return ({ hits, notEvaluated }) => ({ hits: hits.map(packHit), notEvaluated });
}

/** The answer of a rule as it was before it was packed, given the same world. */
export function unpackAnswer(answer: PackedAnswer, rule: GateRule, { parts, files }: World): Answer {
  const unpackAt = (at: Packed<At>): At =>
    'part' in at ? { ...at, part: parts[at.part]! } : { ...at, file: files[at.file]! };
  const unpackHit = ({ at, others, edits, ...rest }: PackedHit): GradedHit => ({
    ...rest,
    rule,
    at: unpackAt(at),
    ...(others && { others: others.map(unpackAt) }),
    ...(edits && { edits: edits.map((edit) => ({ ...edit, part: parts[edit.part]! })) }),
  });
  return { hits: answer.hits.map(unpackHit), notEvaluated: answer.notEvaluated };
}
