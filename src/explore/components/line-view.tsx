import { Text } from 'ink';
import { memo } from 'react';
import type { Line } from '../line.js';
import { type Paint, paintLine } from '../screen/paint.js';

interface Props {
  readonly line: Line;
  readonly paint: Paint;
}

/** One line of the screen. */
export const LineView = memo(function LineView({ line, paint }: Props) {
  return <Text wrap="truncate-end">{paintLine(line, paint) || ' '}</Text>;
});
