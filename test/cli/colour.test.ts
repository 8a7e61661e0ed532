import { describe, expect, it } from 'vitest';
import { isColoured } from '../../src/cli/colour.js';

describe('colour', () => {
  it.each([
    ['a terminal is coloured', undefined, {}, true, true],
    ['a pipe is not', undefined, {}, false, false],
    ['a dumb terminal is not', undefined, { TERM: 'dumb' }, true, false],
    ['NO_COLOR turns it off', undefined, { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR says nothing', undefined, { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR turns it on', undefined, { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 does not', undefined, { FORCE_COLOR: '0' }, false, false],
    ['CLICOLOR_FORCE turns it on', undefined, { CLICOLOR_FORCE: '1' }, false, true],
    ['NO_COLOR wins over FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['--color wins over NO_COLOR', true, { NO_COLOR: '1' }, false, true],
    ['--no-color wins over FORCE_COLOR', false, { FORCE_COLOR: '3' }, true, false],
  ])('%s', (_title, option, env, isTerminal, expected) => {
    expect(isColoured(option, env, isTerminal)).toBe(expected);
  });
});
