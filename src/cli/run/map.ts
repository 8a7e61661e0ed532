import { answerFormats, type MapFormat, map, mapFormats } from '../../app/map.js';
import { UsageError } from '../../model/errors.js';
import { assertChoice, assertFolder } from '../checks.js';
import { checkMapOutputs, writeMap } from '../map-outputs.js';
import { type QuestionOptions, readQuestion } from '../map-question.js';
import { createProgress } from '../progress.js';
import { type RunOptions, runRequestOf } from '../run-request.js';

export interface MapOptions extends QuestionOptions, RunOptions {
  readonly focus?: string;
  readonly depth: string;
  readonly collapse?: string;
  readonly picture?: string;
  readonly format?: string[];
  readonly out?: string;
}

const pictures = ['silos', 'systems', 'matrix', 'heat'] as const;

function readDepth(typed: string): number {
  if (/^[0-9]$/.test(typed)) return Number(typed);
  throw new UsageError({ message: '--depth is not a number of flows', value: typed, expected: '0 to 9' });
}

/** What only goes with the map as a whole. */
function assertWhole(typed: MapOptions): void {
  const part = (['focus', 'collapse', 'picture'] as const).find((name) => typed[name] !== undefined);
  if (part !== undefined)
    throw new UsageError({
      message: `--${part} shows a part of the map and does not go with a question`,
      tips: ['an answer has its own picture: --format svg=answer.svg'],
    });
}

function readView(typed: MapOptions, formats: readonly MapFormat[]) {
  if (typed.collapse !== undefined) assertChoice('part of --collapse', typed.collapse, ['silo']);
  return {
    formats,
    depth: readDepth(typed.depth),
    collapse: typed.collapse !== undefined,
    width: process.stdout.columns ?? 100,
    ...(typed.focus !== undefined && { focus: typed.focus }),
    ...(typed.picture !== undefined && { picture: assertChoice('picture', typed.picture, pictures) }),
  };
}

/** Answers a question about the map, or draws it. */
export async function runMap(dir: string, typed: MapOptions): Promise<void> {
  const question = readQuestion(typed);
  if (question !== undefined) assertWhole(typed);
  const outputs = await checkMapOutputs(
    typed.format,
    question === undefined ? mapFormats : answerFormats,
    typed.out,
  );
  const request = {
    view: readView(
      typed,
      outputs.map(({ format }) => format),
    ),
    ...(question !== undefined && { question }),
    ...runRequestOf(dir, typed),
  };
  await assertFolder(dir);
  const progress = createProgress(typed.quiet ?? false);
  try {
    const rendered = await map(request, progress.stage);
    progress.done();
    await writeMap(outputs, rendered);
  } finally {
    progress.done();
  }
}
