import { render } from 'ink-testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Explorer } from '../../src/explore/components/explorer.js';
import { createPaint } from '../../src/explore/screen/paint.js';
import { finding, richReport } from '../report/fixtures.js';
import { openOn, portOf } from './port.js';

const esc = String.fromCodePoint(0x1b);
const written = new RegExp(`${esc}\\[(\\d+);1H${esc}\\[2K([^${esc}]*)`, 'gu');
const colours = new RegExp(`${esc}\\[[\\d;]*m`, 'u');

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** What stands on the lines of a terminal after all that was written to it. */
function linesOf(frames: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [, row, text] of frames.join('').matchAll(written)) lines[Number(row) - 1] = text!.trimEnd();
  return lines;
}

const show = (port = portOf(), color = false) => {
  const { session } = openOn(port);
  return render(<Explorer session={session} paint={createPaint(color)} />);
};

afterEach(() => vi.unstubAllEnvs());

describe('the explorer on a screen', () => {
  it('writes every line at its place, and afterwards only what differs', async () => {
    const { stdin, stdout, unmount } = show();
    await settled();
    const first = linesOf(stdout.frames);
    expect(first[0]).toBe('unsilo  1 Overview  [2 Findings]  3 Systems   4 Errors   5 Customer   6 Roadmap');
    expect(first).toHaveLength(24);
    const before = stdout.frames.length;
    stdin.write('j');
    await settled();
    const changed = stdout.frames.slice(before).join('');
    expect([...changed.matchAll(written)]).toHaveLength(3);
    expect(linesOf(stdout.frames)[3]).toMatch(/^› /);
    unmount();
  });

  it('shows without colour what it shows with colour, and no escape but those it needs', async () => {
    const { stdout, unmount } = show();
    await settled();
    expect(stdout.frames.join('')).not.toMatch(colours);
    unmount();
  });

  it('obeys nothing in an input, and keeps right-to-left names to themselves', async () => {
    const evil = finding({
      fingerprint: 'e'.repeat(16),
      title: 'a\u001b[2Jb',
      subject: 'system:نظام>x\u202e',
    });
    const { stdout, unmount } = show(portOf({ ...richReport, findings: [evil] }));
    await settled();
    const line = linesOf(stdout.frames)[2];
    expect(line).toContain('ab');
    expect(line).toContain('system:\u2068نظام\u2069>x');
    expect(line).not.toContain('\u202e');
    unmount();
  });
});

describe('the explorer read aloud', () => {
  it('says the page, the picked line and what was last said, and nothing else', async () => {
    vi.stubEnv('INK_SCREEN_READER', 'true');
    const { stdin, lastFrame, unmount } = show();
    await settled();
    stdin.write('j');
    await settled();
    const lines = lastFrame()!.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/findings, worst first 2\//);
    expect(lines[1]).toMatch(/› ■ critical/);
    unmount();
  });
});
