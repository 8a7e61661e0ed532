import type { FieldUse, Part } from '../model/template.js';
import { longestText } from '../templates/sms/longest.js';
import { findSupplied } from './supply-index.js';
import type { Message } from './world.js';

export interface Longest {
  readonly text: string;
  /** Fields whose length nobody says, each once. */
  readonly assumed: string[];
}

/** A longer value is cut by any sender; it also bounds what a contract can make the gate do. */
const mostCharacters = 2000;

/** A text as long as its values can make it; where no supply tells a length, `assumed` characters. */
export function longestPart({ supply }: Message, part: Part, assumed: number): Longest {
  const unknown = new Set<string>();
  const lengthOf = (use: FieldUse): number => {
    const found = supply && findSupplied(supply, part.parsed.syntax, use);
    const known = typeof found === 'object' ? found.field.maxLength : undefined;
    if (known === undefined && !use.local) unknown.add(use.name);
    return Math.min(known ?? assumed, mostCharacters);
  };
  const text = longestText(part.text, part.parsed, (use) => 'x'.repeat(lengthOf(use)));
  return { text: text.trimEnd(), assumed: [...unknown] };
}
