/** What Ink says of a key, as far as it matters here. */
interface Pressed {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly tab: boolean;
  readonly shift: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

const named = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  // Most terminals send for Backspace what Ink reads as Delete.
  ['delete', 'backspace'],
] as const;

/** The names of the keys pressed; what was typed fast or pasted comes as several. */
export function keysOf(input: string, key: Pressed): string[] {
  const found = named.find(([flag]) => key[flag]);
  if (found) return [found[1]];
  if (key.tab) return [key.shift ? 'backtab' : 'tab'];
  if (key.ctrl) return [`ctrl-${input.toLowerCase()}`];
  if (key.meta) return [];
  // A line pasted with its end is submitted.
  return [...input].map((character) => (character === '\r' || character === '\n' ? 'enter' : character));
}

/** Whether a key is a character that can be typed into a field. */
export const isCharacter = (key: string): boolean => [...key].length === 1 && !/\p{Cc}/u.test(key);
