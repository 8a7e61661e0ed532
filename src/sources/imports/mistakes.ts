import { type Problem, SourceError } from '../../model/errors.js';

/** Something wrong in a file, where and what. */
export interface Mistake {
  readonly file: string;
  readonly row: number;
  readonly pointer: string;
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  readonly tips?: readonly string[];
}

const toProblem = ({ file, row, pointer, message, tips = [], ...rest }: Mistake): Problem => ({
  place: { file, row, ...(pointer !== '' && { column: pointer }) },
  message: `${file} cannot be read: ${message}`,
  ...rest,
  tips: [...tips, 'nothing was audited'],
});

/** Throws a SourceError with all mistakes of all files of a format; a document half understood would make a wrong map. */
export function assertNoMistakes(mistakes: readonly Mistake[]): void {
  if (mistakes.length > 0) throw new SourceError(mistakes.map(toProblem));
}
