import { goalLines, measureLines } from '../../report/scorecard/lines.js';
import { labelled } from '../line.js';
import { type Row, rowsOf, section } from '../sheet.js';
import type { World } from '../world.js';

const indent = 2;

const list = (lines: readonly string[], width: number): Row[] =>
  lines.flatMap((line) => rowsOf(labelled('', indent, line, width)));

/** What is measured, and how far goals are. */
export function scorecardRows({ report }: World, width: number): Row[] {
  const { scorecard } = report;
  return [
    ...section('Goals', list(goalLines(scorecard), width)),
    ...section('Scorecard', list(measureLines(scorecard), width)),
  ];
}
