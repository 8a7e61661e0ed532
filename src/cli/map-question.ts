import type { Question } from '../app/map.js';
import { UsageError } from '../model/errors.js';

/** The options that ask something. */
export interface QuestionOptions {
  readonly path?: readonly string[];
  readonly reach?: string;
  readonly within?: string;
  readonly field?: string;
  readonly impact?: string;
  readonly feedback?: boolean;
  readonly collected?: string;
  readonly finding?: string;
  readonly coupling?: boolean;
}

const questions = ['path', 'reach', 'impact', 'feedback', 'collected', 'finding', 'coupling'] as const;

function assertOne(typed: QuestionOptions): (typeof questions)[number] | undefined {
  const asked = questions.filter((name) => typed[name] !== undefined);
  if (asked.length > 1)
    throw new UsageError({
      message: `one question at a time: ${asked.map((name) => `--${name}`).join(', ')}`,
      tips: ['run it once for each; the second run is quick'],
    });
  return asked[0];
}

/** What only goes with some questions. */
function assertFits(typed: QuestionOptions, asked: string | undefined): void {
  const stray =
    typed.within !== undefined && asked !== 'reach'
      ? ['--within', '--reach']
      : typed.field !== undefined && asked !== 'reach' && asked !== 'path'
        ? ['--field', '--path and --reach']
        : undefined;
  if (stray === undefined) return;
  throw new UsageError({
    message: `${stray[0]} goes with ${stray[1]} only`,
    tips: stray[0] === '--field' ? ['who collects a field: --collected FIELD'] : [],
  });
}

function readEnds(path: readonly string[]): { from: string; to: string } {
  const [from, to] = path;
  if (path.length === 2 && from !== undefined && to !== undefined) return { from, to };
  throw new UsageError({
    message: `--path names ${path.length} systems`,
    expected: 'two: --path FROM TO',
    tips: ['quote names with spaces, and give the folder before --path'],
  });
}

/** The question that was typed; undefined when the whole map is asked for. */
export function readQuestion(typed: QuestionOptions): Question | undefined {
  const asked = assertOne(typed);
  assertFits(typed, asked);
  const field = typed.field === undefined ? {} : { field: typed.field };
  switch (asked) {
    case 'path':
      return { kind: 'path', ...readEnds(typed.path!), ...field };
    case 'reach':
      return {
        kind: 'reach',
        from: typed.reach!,
        ...(typed.within !== undefined && { within: typed.within }),
        ...field,
      };
    case 'impact':
      return { kind: 'impact', system: typed.impact! };
    case 'feedback':
      return { kind: 'feedback' };
    case 'collected':
      return { kind: 'collected', field: typed.collected! };
    case 'finding':
      return { kind: 'finding', fingerprint: typed.finding! };
    case 'coupling':
      return { kind: 'coupling' };
    default:
      return undefined;
  }
}
