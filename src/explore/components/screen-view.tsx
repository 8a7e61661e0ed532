import { Box } from 'ink';
import { createElement } from 'react';
import type { Screen } from '../screen/compose.js';
import type { Paint } from '../screen/paint.js';
import { LineView } from './line-view.js';

interface Props {
  readonly screen: Screen;
  readonly paint: Paint;
}

/** The screen for eyes: every line, as wide as the terminal. */
export function ScreenView({ screen, paint }: Props) {
  const lines = screen.lines.map((line) => createElement(LineView, { line, paint }));
  return createElement(Box, { flexDirection: 'column' }, ...lines);
}
