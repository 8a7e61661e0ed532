import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../run-unsilo.js';

const paths = ['/usr/bin/tmux', '/usr/local/bin/tmux', '/opt/homebrew/bin/tmux'];
export const missing = !paths.some((path) => existsSync(path)) && process.env.UNSILO_REQUIRE_TOOLS !== '1';

/** A terminal of its own, driven from outside. */
export interface Terminal {
  /** Types keys by their tmux names, `Enter`, `C-c`; others as they are. */
  keys(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until the screen shows a text or pattern; throws with the screen when it does not come. */
  shows(wanted: string | RegExp): Promise<string>;
  screen(): Promise<string>;
  /** The same with its colours, as escape sequences. */
  coloured(): Promise<string>;
  resize(columns: number, rows: number): Promise<void>;
  /** Whether the alternate screen is on, and whether the cursor is to be seen. */
  mode(): Promise<{ alternate: boolean; cursor: boolean }>;
  /** Process of the explorer. */
  pid(): Promise<number>;
  close(): Promise<void>;
}

const patience = 60_000;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens a terminal in a folder. */
export async function openTerminal(dir: string, columns: number, rows: number): Promise<Terminal> {
  const socket = join(dir, 'tmux');
  const env = { PATH: process.env.PATH ?? '', HOME: dir, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
  const tmux = async (...args: string[]): Promise<string> => {
    const { stdout } = await execa('tmux', ['-S', socket, '-f', '/dev/null', ...args], {
      env,
      extendEnv: false,
    });
    return stdout;
  };
  const size = ['-x', String(columns), '-y', String(rows)];
  await tmux('new-session', '-d', '-s', 't', ...size, '-c', dir, 'bash --norc --noprofile');
  await tmux('set-option', '-g', 'status', 'off');
  const terminal: Terminal = {
    keys: async (...keys) => void (await tmux('send-keys', '-t', 't', ...keys)),
    type: async (text) => void (await tmux('send-keys', '-t', 't', '-l', text)),
    screen: () => tmux('capture-pane', '-p', '-t', 't'),
    coloured: () => tmux('capture-pane', '-e', '-p', '-t', 't'),
    async shows(wanted) {
      const end = Date.now() + patience;
      for (;;) {
        const screen = await terminal.screen();
        if (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen)) return screen;
        if (Date.now() > end) throw new Error(`${wanted} does not come; the screen is\n${screen}`);
        await pause(50);
      }
    },
    resize: async (width, height) => {
      await tmux('resize-window', '-t', 't', '-x', String(width), '-y', String(height));
    },
    async mode() {
      const [alternate, cursor] = (
        await tmux('display-message', '-p', '-t', 't', '#{alternate_on} #{cursor_flag}')
      ).split(' ');
      return { alternate: alternate === '1', cursor: cursor === '1' };
    },
    async pid() {
      const shell = await tmux('display-message', '-p', '-t', 't', '#{pane_pid}');
      const { stdout } = await execa('ps', ['-o', 'pid=', '--ppid', shell]);
      return Number(stdout.trim().split('\n')[0]);
    },
    async close() {
      await tmux('kill-server').catch(() => '');
      // What ran in it hears of that, and may still be writing.
      await pause(300);
    },
  };
  return terminal;
}

/** The command that starts the built program in that terminal, and tells its exit code afterwards. */
export const command = (args: string): string =>
  `clear; echo before; node ${join(root, 'bin/unsilo.js')} ${args} --quiet; echo "ended with $?"`;
