import { type Place, type Problem, SourceError, UsageError } from '../model/errors.js';
import { muteStart } from '../text/escape-commands.js';
import { printable } from '../text/printable.js';
import { readVersion } from './version.js';

const place = ({ file, row, column }: Place): string =>
  [file, ...(row === undefined ? [] : [`row ${row}`]), ...(column === undefined ? [] : [`column ${column}`])]
    .map(printable)
    .join(', ');

type Details = UsageError['details'];

/** Enough of a value to find it by. */
const shorten = (value: string): string => {
  const characters = [...value];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : value;
};

const particulars = ({ value, expected, tips = [] }: Details): string[] => [
  ...(value === undefined ? [] : [`value: '${printable(shorten(value))}'`]),
  ...(expected === undefined ? [] : [`expected: ${printable(expected)}`]),
  ...tips.slice(0, 3).map((tip) => `tip: ${printable(tip)}`),
];

const renderProblem = (problem: Problem): string[] => [
  `${place(problem.place)}: ${printable(problem.message)}`,
  ...particulars(problem).map((line) => `  ${line}`),
];

function renderSourceError({ problems, undone }: SourceError): string[] {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [
    `unsilo: nothing was ${undone}, ${count} in the input`,
    ...problems.flatMap(renderProblem).map((line) => `  ${line}`),
  ];
}

const renderUsageError = ({ details }: UsageError): string[] => [
  `unsilo: ${printable(details.message)}`,
  ...particulars(details).map((line) => `  ${line}`),
];

const renderBug = (error: unknown): string[] => [
  `unsilo: this is a bug in unsilo ${readVersion()} on Node ${process.version}; nothing it printed is a verdict`,
  '  please report it with these lines:',
  ...((error instanceof Error && error.stack) || String(error)).split('\n').map(printable).map(muteStart),
];

/** What went wrong, for the person at the keyboard, ending in a newline. */
export function renderError(error: unknown): string {
  const lines =
    error instanceof SourceError
      ? renderSourceError(error)
      : error instanceof UsageError
        ? renderUsageError(error)
        : renderBug(error);
  return `${lines.join('\n')}\n`;
}
