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
  return [...input].map(keyOf);
}

/** What was typed fast comes in one piece, control characters and all. */
function keyOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\r' || character === '\n') return 'enter';
  if (character === '\t') return 'tab';
  if (code === 0x7f || code === 0x08) return 'backspace';
  if (code === 0x1b) return 'escape';
  return code > 0 && code < 27 ? `ctrl-${String.fromCodePoint(code + 96)}` : character;
}

/** Whether a key is a character that can be typed into a field. */
export const isCharacter = (key: string): boolean => [...key].length === 1 && !/\p{Cc}/u.test(key);
