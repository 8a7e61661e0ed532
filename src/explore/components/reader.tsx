import { Box, Text } from 'ink';
import { textOf } from '../line.js';
import type { Screen } from '../screen/compose.js';

/** The screen for ears: where one is, the picked line, and what was last said; nothing that is only layout. */
export function Reader({ screen }: { readonly screen: Screen }) {
  const [, title = [], ...rest] = screen.lines;
  const picked = screen.lines[screen.picked] ?? [];
  const foot = rest.at(-1) ?? [];
  const words = (line: typeof picked): string => textOf(line).replace(/\s+/gu, ' ').trim();
  return (
    <Box flexDirection="column">
      <Text>{words(title)}</Text>
      <Box aria-role="listitem" aria-state={{ selected: true }}>
        <Text>{words(picked)}</Text>
      </Box>
      <Text>{words(foot)}</Text>
    </Box>
  );
}
