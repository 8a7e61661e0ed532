import type { SuppliedField, Supply } from '../model/supply.js';
import type { FieldUse, Part } from '../model/template.js';
import { findSupplied, type Supplied } from './supply-index.js';
import { type Message, readable, type World } from './world.js';

/** A value that a message asks for, itself or through a partial or layout. */
export interface AskedValue {
  readonly message: Message;
  readonly supply: Supply;
  /** The text that readers get. */
  readonly part: Part;
  /** Where it is asked for: `part`, or one that it includes. */
  readonly in: Part;
  readonly use: FieldUse;
  readonly supplied: Supplied;
}

/** What a layout puts the text itself in by. */
const bodies = new Set(['body', 'content', '@content', 'yield', '@partial-block', 'children']);

const isGiven = (name: string, globals: ReadonlySet<string>): boolean =>
  globals.has(name) || globals.has(name.split(/[.[]/)[0]!);

/** Each text of a message with the partials and layouts it is put together with; those several texts share come once. */
function* textsOf(message: Message): Generator<{ part: Part; in: Part }> {
  const seen = new Set<Part>();
  for (const part of readable(message))
    for (const one of [part, ...part.included]) {
      if (!seen.has(one)) yield { part, in: one };
      seen.add(one);
    }
}

/** Values that messages ask for whose supply is known, in order of the world; what templates make themselves is left out. */
export function* askedValues({ messages, settings }: World): Generator<AskedValue> {
  const globals = new Set(settings.globals);
  for (const message of messages) {
    const { supply } = message;
    if (!supply) continue;
    for (const text of textsOf(message))
      for (const use of text.in.parsed.uses) {
        if (use.local || isGiven(use.name, globals)) continue;
        if (text.in.name === 'layout' && bodies.has(use.name)) continue;
        yield { ...text, message, supply, use, supplied: findSupplied(supply, text.in.parsed.syntax, use) };
      }
  }
}

/** Those of them that are put out and stand in the supply by their own name. */
export function* suppliedOutputs(world: World): Generator<AskedValue & { readonly field: SuppliedField }> {
  for (const asked of askedValues(world))
    if (asked.use.role === 'output' && typeof asked.supplied === 'object')
      yield { ...asked, field: asked.supplied.field };
}
