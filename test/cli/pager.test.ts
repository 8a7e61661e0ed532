import { describe, expect, it } from 'vitest';
import { opensLinks } from '../../src/cli/links.js';
import { isLonger, page, pagerOf } from '../../src/cli/pager.js';

describe('the pager', () => {
  it.each([
    [{}, true, 'linux', 'less'],
    [{ PAGER: 'most' }, true, 'linux', 'most'],
    [{ PAGER: 'most', UNSILO_PAGER: 'less -S' }, true, 'linux', 'less -S'],
    [{ PAGER: 'cat' }, true, 'linux', undefined],
    [{ UNSILO_PAGER: '' }, true, 'linux', undefined],
    [{ CI: 'true' }, true, 'linux', undefined],
    [{ TERM: 'dumb' }, true, 'linux', undefined],
    [{}, false, 'linux', undefined],
    [{}, true, 'win32', undefined],
    [{ PAGER: 'more' }, true, 'win32', 'more'],
  ])('of %j, terminal %s, on %s is %s', (env, isTerminal, platform, pager) => {
    expect(pagerOf(env, isTerminal, platform)).toBe(pager);
  });

  it.each([
    ['a\nb\n', 80, 3, false],
    ['a\nb\nc\n', 80, 3, true],
    ['漢'.repeat(45), 80, 1, true],
    ['', 80, 1, false],
  ])('is needed for %j on %i × %i: %s', (text, columns, rows, longer) => {
    expect(isLonger(text, columns, rows)).toBe(longer);
  });

  it('that cannot be found is told from one whose reader left early', async () => {
    expect(await page('x\n', 'no-such-pager 2> /dev/null')).toBe(false);
    expect(await page('x\n'.repeat(100_000), 'head -1 > /dev/null')).toBe(true);
  });
});

describe('links', () => {
  it.each([
    [{}, true, false],
    [{ TERM_PROGRAM: 'iTerm.app' }, true, true],
    [{ TERM_PROGRAM: 'iTerm.app' }, false, false],
    [{ TERM_PROGRAM: 'Apple_Terminal' }, true, false],
    [{ VTE_VERSION: '7600' }, true, true],
    [{ VTE_VERSION: '4600' }, true, false],
    [{ WT_SESSION: 'x' }, true, true],
    [{ WT_SESSION: 'x', CI: '1' }, true, false],
    [{ VTE_VERSION: '7600', TMUX: '/tmp/tmux' }, true, false],
    [{ TERM: 'xterm-kitty' }, true, true],
    [{ FORCE_HYPERLINK: '1' }, false, true],
    [{ FORCE_HYPERLINK: '0', WT_SESSION: 'x' }, true, false],
  ])('with %j, terminal %s, are opened: %s', (env, isTerminal, opens) => {
    expect(opensLinks(env, isTerminal)).toBe(opens);
  });
});
