import type { Confidence } from '../../../model/enums.js';
import type { Supply } from '../../../model/supply.js';
import { nearest } from '../../../text/nearest.js';
import type { Check, GateHit } from '../../check.js';
import { findSupplied } from '../../supply-index.js';
import { type AskedValue, askedValues } from '../../uses.js';
import type { World } from '../../world.js';

const confidences: Readonly<Record<Supply['evidence'], Confidence>> = {
  contract: 'certain',
  settings: 'certain',
  schema: 'likely',
  tags: 'likely',
  sample: 'possible',
};

const most = 3;

/** Messages whose sender does hand over the value. */
const suppliersOf = ({ messages }: World, { message, in: part, use }: AskedValue): string[] =>
  messages
    .filter(
      ({ id, supply }) =>
        id !== message.id && supply && findSupplied(supply, part.parsed.syntax, use) !== undefined,
    )
    .map(({ id }) => id);

/** Letters alone: `firstName`, `first_name` and `Firstname` are easily taken for one another. */
const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const lastOf = (name: string): string => folded(name.split('.').at(-1)!);

const likeOf = (name: string, { fields }: Supply): { same?: string; like?: string } => {
  const names = fields.map((field) => field.name);
  const same = names.find((other) => folded(other) === folded(name));
  const elsewhere = names.find((other) => lastOf(other) === lastOf(name));
  const like = same ?? elsewhere ?? nearest(name, names);
  return { ...(same !== undefined && { same }), ...(like !== undefined && { like }) };
};

interface Hints {
  readonly same?: string;
  readonly like?: string;
  readonly others: readonly string[];
}

/** The other message is named rather than a name that is only similar. */
function caseOf({ message, in: at, use, supply }: AskedValue, { same, like, others }: Hints): string {
  if (at.key !== '' && message.parts.some(({ key }) => key === '')) return 'passed-on';
  if (use.role === 'condition' || use.fallback) return 'guarded';
  if (supply.evidence === 'sample') return 'not-in-sample';
  if (same === undefined && others.length > 0) return 'elsewhere';
  return like === undefined ? 'unsupplied' : 'misnamed';
}

function toHit(world: World, asked: AskedValue): GateHit {
  const { message, part, in: at, use, supply } = asked;
  const hints = { ...likeOf(use.name, supply), others: suppliersOf(world, asked) };
  return {
    case: caseOf(asked, hints),
    at: { part: at, span: use },
    about: at === part ? use.name : `${use.name}@${message.id}`,
    args: {
      field: use.name,
      message: message.id,
      source: supply.source,
      evidence: supply.evidence,
      like: hints.like ?? '',
      others: hints.others.slice(0, most),
    },
    ...(at !== part && { others: [{ part }] }),
    confidence: confidences[supply.evidence],
  };
}

/** Values a text asks for that its sender does not hand over: empty, an error, or a raw token, by engine. */
export const unsuppliedField: Check = function* (world) {
  for (const asked of askedValues(world)) if (asked.supplied === undefined) yield toHit(world, asked);
};
