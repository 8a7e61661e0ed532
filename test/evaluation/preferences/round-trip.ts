import { type CorrectionLine, corrections } from '../../../src/app/preferences/corrections.js';
import { type Correction, corrected } from '../../generator/simulate/corrected.js';
import { at } from '../../generator/time.js';
import { keyOf } from './figures.js';
import { type Claim, claimsOf } from './found.js';
import { filesOf, type Simulated, withWorld } from './world.js';

/** What an audit found before and after every system put right what its file of corrections says. */
export interface RoundTrip {
  readonly applied: number;
  readonly heldBack: number;
  /** Conflicts about what systems hold, before. */
  readonly before: number;
  /** Those still there, without those of persons of whom a line was held back. */
  readonly left: readonly string[];
  /** Conflicts that were not there before, of the same persons. */
  readonly appeared: readonly string[];
  /** Who had been written to against a refusal, and by whom. */
  readonly past: number;
  /**
   * Of them, those nobody sees any more, and those seen only now; of persons of whom no record was overwritten, since a
   * system that keeps its present state only forgets what it held when it wrote.
   */
  readonly forgotten: readonly string[];
  readonly invented: readonly string[];
}

const strengths = { double_opt_in: 'explicit', inferred: 'imported' } as const;

function toCorrection({ system_id, cells }: CorrectionLine): Correction {
  const { strength = '', decided_at = '' } = cells;
  return {
    system: system_id,
    key: cells.key!,
    kind: cells.field === 'preference.delivery' ? 'delivery' : 'consent',
    lob: cells.lob!,
    type: cells.comm_type!,
    channel: cells.channel!,
    value: cells.new!,
    strength: (strengths[strength as keyof typeof strengths] ?? strength) as Correction['strength'],
    decidedAt: decided_at === '' ? undefined : at(decided_at),
    decidedIn: cells.decided_in!,
  };
}

async function linesFor(dir: string): Promise<CorrectionLine[]> {
  const all: CorrectionLine[] = [];
  await corrections(
    { dir },
    () => {},
    async (lines) => {
      for await (const some of lines) all.push(...some);
    },
  );
  return all;
}

const isPast = ({ rule }: Claim): boolean =>
  rule === 'preference/sent-after-opt-out' || rule === 'preference/expired';
const isChoice = ({ field }: Claim): boolean => field.startsWith('preference.');
const keysOf = (claims: readonly Claim[]): Set<string> => new Set(claims.map(keyOf));
const readersOf = (claims: readonly Claim[]): Set<string> =>
  new Set(claims.map(({ rule, to, field, person }) => [rule, to, field, person].join(' ')));
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((key) => !b.has(key)).sort();

/** Audits a world, applies all corrections that are not held back to its books, and audits it again. */
export async function roundTrip(simulated: Simulated): Promise<RoundTrip> {
  const { owners, year } = simulated;
  const [before, lines] = await withWorld(
    filesOf(simulated),
    async (dir) => [await claimsOf(dir, owners), await linesFor(dir)] as const,
  );
  const sure = lines.filter(({ reason }) => reason === undefined);
  const held = lines.filter(({ reason }) => reason !== undefined);
  const books = corrected(year.books, sure.map(toCorrection));
  const mended = { ...simulated, year: { ...year, books } };
  const after = await withWorld(filesOf(mended), (dir) => claimsOf(dir, owners));
  const doubtful = new Set(held.map(({ system_id, cells }) => owners.get(`${system_id} ${cells.key}`)));
  const rewritten = new Set(sure.map(({ system_id, cells }) => owners.get(`${system_id} ${cells.key}`)));
  const isUntouched = ({ person }: Claim) => !rewritten.has(person);
  const [was, now] = [before, after].map((claims) => claims.filter(isChoice));
  const stood = keysOf(was!.filter((claim) => !isPast(claim)));
  const settled = now!.filter((claim) => !isPast(claim) && !doubtful.has(claim.person));
  const [sent, sends] = [was!, now!].map((claims) => claims.filter(isPast));
  return {
    applied: sure.length,
    heldBack: held.length,
    before: stood.size,
    left: [...keysOf(settled)].filter((key) => stood.has(key)),
    appeared: without(keysOf(settled), stood),
    past: sent!.length,
    forgotten: without(readersOf(sent!.filter(isUntouched)), readersOf(sends!)),
    invented: without(readersOf(sends!.filter(isUntouched)), readersOf(sent!)),
  };
}
