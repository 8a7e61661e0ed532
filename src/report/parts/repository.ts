import { posix } from 'node:path';
import type { Evidence, Finding } from '../../model/finding.js';

/** A line of a file as a build server knows it: relative, with forward slashes. */
export interface Line {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Empty when the whole row is meant. */
  readonly column: string;
}

/** The path seen from where unsilo runs; nothing for a file that lies outside. */
export function pathFrom(folder: string, file: string): string | undefined {
  const given = file.replaceAll('\\', '/');
  const path = posix.join(folder, given);
  return posix.isAbsolute(given) || path.split('/')[0] === '..' ? undefined : path;
}

/** Places of a finding; without any it is about the whole ecosystem, and stands at its configuration. */
export function linesOf({ evidence }: Pick<Finding, 'evidence'>, folder = ''): [Line, ...Line[]] {
  const toLine = ({ file, row, column = '' }: Evidence): Line[] => {
    const path = pathFrom(folder, file);
    return path === undefined ? [] : [{ path, line: Math.max(1, row), column }];
  };
  const [first, ...rest] = evidence.flatMap(toLine);
  return first ? [first, ...rest] : [configurationLine(folder)];
}

export const configurationLine = (folder = ''): Line => ({
  path: pathFrom(folder, 'unsilo.yaml') ?? 'unsilo.yaml',
  line: 1,
  column: '',
});
