import { render } from 'ink';
import { Explorer } from './components/explorer.js';
import type { Port } from './port.js';
import { createPaint } from './screen/paint.js';
import { Session } from './session.js';
import type { Opening } from './state.js';

/** The terminal the explorer is shown in. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly color: boolean;
  /** Read aloud: words in their order instead of a screen. */
  readonly isRead: boolean;
  /** Called with what ends the explorer from outside. */
  readonly onStop: (stop: (why: string) => void) => () => void;
}

/** The alternate screen: what was in the terminal before stands there again afterwards. */
const enter = '\u001b[?1049h\u001b[H';
const leave = '\u001b[?1049l\u001b[?25h';

const sizeOf = ({ columns, rows }: NodeJS.WriteStream) => ({ columns: columns || 80, rows: rows || 24 });

/** Shows the explorer until it is quit; gives the key or signal that ended it. */
export async function show(port: Port, opening: Opening, terminal: Terminal): Promise<string> {
  const { stdin, stdout, color, isRead, onStop } = terminal;
  let ended = '';
  let unmount = (): void => undefined;
  const stop = (why: string): void => {
    ended = why;
    unmount();
  };
  const session = new Session(port, opening, sizeOf(stdout), stop);
  const resize = (): void => session.resize(sizeOf(stdout));
  const restore = (): void => void (isRead || stdout.write(leave));
  if (!isRead) stdout.write(enter);
  process.once('exit', restore);
  const release = onStop(stop);
  try {
    const paint = createPaint(color);
    const shown = render(<Explorer session={session} paint={paint} />, {
      stdin,
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      isScreenReaderEnabled: isRead,
      maxFps: 120,
    });
    unmount = shown.unmount;
    stdout.on('resize', resize);
    await shown.waitUntilExit();
    return ended;
  } finally {
    stdout.off('resize', resize);
    process.off('exit', restore);
    release();
    restore();
  }
}
