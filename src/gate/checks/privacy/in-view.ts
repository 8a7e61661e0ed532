import type { Part, Span } from '../../../model/template.js';
import type { GateHit } from '../../check.js';
import { type Message, readable, type World } from '../../world.js';
import { FieldKinds } from './field-kinds.js';

/** Parts that show on a locked screen and in lists: whoever stands by reads them. */
const inView = new Set(['subject', 'preheader', 'title']);

export function* partsInView(message: Message): Generator<Part> {
  for (const part of readable(message)) if (inView.has(part.name) && part.channel !== 'unknown') yield part;
}

export interface Shown {
  readonly part: Part;
  readonly kind: string;
  readonly span: Span;
  /** Name of the field, or the words before a value that has none. */
  readonly name: string;
  readonly byWords: boolean;
}

/** Values of some kinds in a part; where no name tells, words before a value do. */
export function* shownIn(
  part: Part,
  message: Message,
  kinds: readonly string[],
  fields: FieldKinds,
): Generator<Shown> {
  let isTold = false;
  for (const use of part.parsed.uses) {
    const kind = fields.kindOf(use, part, message, kinds);
    if (!kind) continue;
    isTold = true;
    yield { part, kind, span: { start: use.start, end: use.end }, name: use.name, byWords: false };
  }
  if (isTold) return;
  for (const { kind, span } of fields.said(part, kinds))
    if (!isMasked(part, span, fields))
      yield { part, kind, span, name: part.text.slice(span.start, span.end), byWords: true };
}

/** Whether the value behind words is one that is masked. */
const isMasked = ({ parsed }: Part, { start, end }: Span, fields: FieldKinds): boolean =>
  parsed.uses.some(
    (use) => use.start >= start && use.end <= end && fields.isKind(use.name, ['masked']) !== undefined,
  );

export const toHit = (name: string, { part, kind, span, name: field, byWords }: Shown): GateHit => ({
  case: byWords ? `${name}-by-words` : name,
  at: { part, span },
  about: byWords ? kind : field,
  args: { field, kind: kind.replace('-', ' '), part: part.name },
  ...(byWords && { confidence: 'possible' }),
});

/** Values of some kinds in what everybody near a screen reads. */
export function* shownInView(
  world: World,
  kinds: readonly string[],
): Generator<Shown & { message: Message }> {
  const fields = new FieldKinds(world);
  for (const message of world.messages)
    for (const part of partsInView(message))
      for (const shown of shownIn(part, message, kinds, fields)) yield { ...shown, message };
}
