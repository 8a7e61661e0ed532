import { spawn, spawnSync } from 'node:child_process';
import { displayWidth } from '../report/parts/width.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Of less: leave at once what fits a screen, pass colours through, keep the screen. As git sets it. */
const lessSettings = 'FRX';

/** Set by `--no-pager`. */
let isOff = false;

/** Pages nothing in this run. */
export const pageNothing = (): void => {
  isOff = true;
};

/**
 * The program that shows long output: UNSILO_PAGER, else PAGER, else less where there is a shell to find it. None where
 * output goes to no terminal, in CI, on a dumb terminal, and where it is empty or cat.
 */
export function pagerOf(env: Environment, isTerminal: boolean, platform: string): string | undefined {
  if (isOff || !isTerminal || env.CI || env.TERM === 'dumb') return undefined;
  const named = env.UNSILO_PAGER ?? env.PAGER ?? (platform === 'win32' ? '' : 'less');
  return named === '' || named === 'cat' ? undefined : named;
}

/** Whether a text takes more lines than the screen has, the line of the prompt left free. */
export function isLonger(text: string, columns: number, rows: number): boolean {
  let lines = 0;
  for (const line of text.split('\n')) {
    lines += Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, columns)));
    if (lines > rows) return true;
  }
  return false;
}

/** Whether the pager at hand passes links through: less does from version 566. */
export function passesLinks(pager: string): boolean {
  if (!/^less\b/.test(pager)) return false;
  const { stdout } = spawnSync('less', ['--version'], { encoding: 'utf8' });
  return Number(/^less (\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= 566;
}

/** Hands a text to a pager and waits until its reader has enough; false where there is no such program. */
export async function page(text: string, pager: string): Promise<boolean> {
  const env = { LESS: lessSettings, LV: '-c', ...process.env };
  const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env });
  // Who leaves before the end reads no more.
  child.stdin.on('error', () => undefined).end(text);
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(127)).once('close', done);
  });
  return code !== 127 && code !== 126;
}
