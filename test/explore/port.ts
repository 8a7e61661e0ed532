import { textOf } from '../../src/explore/line.js';
import type { Answers, Deeds, Done, Port } from '../../src/explore/port.js';
import { Session } from '../../src/explore/session.js';
import type { Opening } from '../../src/explore/state.js';
import type { Report } from '../../src/model/report.js';
import { richReport } from '../report/fixtures.js';

/** What was done, in order. */
export interface Recorded {
  readonly deeds: unknown[];
}

const done: Done = { said: 'done', changed: [] };

/** Deeds that only write down that they were asked for. */
export function recording(): Deeds & Recorded {
  const deeds: unknown[] = [];
  const record = async (...what: unknown[]): Promise<Done> => {
    deeds.push(what);
    return done;
  };
  return {
    deeds,
    suppress: (decision) => record('suppress', decision),
    assign: (fingerprints, owner) => record('assign', fingerprints, owner),
    withdraw: (fingerprints) => record('withdraw', fingerprints),
    release: (fingerprints) => record('release', fingerprints),
    undo: () => record('undo'),
    standing: () => ({ assigned: new Set(), done: [] }),
    export: (file, fingerprints) => record('export', file, fingerprints),
    copy: (text) => void deeds.push(['copy', text]),
  };
}

/** A port that has a report and nothing else, unless it is given. */
export const portOf = (
  report: Report = richReport,
  more: { answers?: Answers; deeds?: Deeds } = {},
): Port => ({ report, source: 'bank', today: '2026-04-01', deeds: recording(), ...more });

interface Opened {
  readonly session: Session;
  /** Presses keys one after the other; gives the screen. */
  readonly keys: (...keys: string[]) => string;
  readonly screen: () => string;
  readonly ended: string[];
}

/** A session of 80×24, or of another size. */
export function openOn(port: Port, opening: Opening = {}, size = { columns: 80, rows: 24 }): Opened {
  const ended: string[] = [];
  const session = new Session(port, opening, size, (key) => ended.push(key));
  const screen = (): string =>
    session
      .screen()
      .lines.map((line) => textOf(line).trimEnd())
      .join('\n');
  return {
    session,
    screen,
    ended,
    keys(...keys) {
      for (const key of keys) session.press(key);
      return screen();
    },
  };
}

/** The keys that type a text. */
export const typed = (text: string): string[] => [...text];
