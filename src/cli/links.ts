import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LinkTargets } from '../report/reporter.js';

type Environment = Readonly<Record<string, string | undefined>>;

const known = /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio)$/;

/** Whether the terminal opens links (OSC 8): by what terminals say of themselves; FORCE_HYPERLINK decides where it is set. */
export function opensLinks(env: Environment, isTerminal: boolean): boolean {
  if (env.FORCE_HYPERLINK !== undefined && env.FORCE_HYPERLINK !== '') return env.FORCE_HYPERLINK !== '0';
  if (!isTerminal || env.CI || env.TERM === 'dumb') return false;
  // A multiplexer may know nothing of links, whatever runs around it.
  if (env.TMUX || /^(?:screen|tmux)/.test(env.TERM ?? '')) return false;
  return (
    known.test(env.TERM_PROGRAM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    Boolean(env.WT_SESSION || env.KITTY_WINDOW_ID || env.KONSOLE_VERSION || env.DOMTERM) ||
    /^(?:xterm-kitty|alacritty|foot)/.test(env.TERM ?? '')
  );
}

const packs = fileURLToPath(new URL('../../rules/', import.meta.url));

/** Rules lead to their pages, files to where they lie. */
export const linkTargets = (dir: string): LinkTargets => ({
  rule: (id) => {
    const place = join(packs, id, 'README.md');
    return existsSync(place) ? pathToFileURL(place).href : undefined;
  },
  file: (file) => pathToFileURL(join(dir, file)).href,
});
