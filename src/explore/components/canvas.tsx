import { useStdout } from 'ink';
import { useLayoutEffect, useRef } from 'react';
import type { Screen } from '../screen/compose.js';
import { type Paint, paintLine } from '../screen/paint.js';
import { clear, redraw } from '../screen/redraw.js';

interface Props {
  readonly screen: Screen;
  readonly paint: Paint;
}

/**
 * The screen for eyes. It is written here, line by line where lines differ: a page is composed to the character already,
 * and laying out its thousands of characters once more with every key would take longer than a key may.
 */
export function Canvas({ screen, paint }: Props) {
  const { stdout } = useStdout();
  const shown = useRef<{ readonly size: string; readonly lines: readonly string[] }>({ size: '', lines: [] });
  useLayoutEffect(() => {
    const { columns, rows } = screen.size;
    const size = `${columns}×${rows}`;
    const isSame = shown.current.size === size;
    const lines = screen.lines.map((line) => paintLine(line, paint));
    const text = redraw(isSame ? shown.current.lines : [], lines);
    if (text !== '') stdout.write(isSame ? text : `${clear}${text}`);
    shown.current = { size, lines };
  }, [screen, paint, stdout]);
  return null;
}
