import { rmSync } from 'node:fs';

const ends = new Set<() => void>();
const passing = new Set<string>();
const kept: string[] = [];
let stopped = false;

/** Somebody ended the run from outside. Nothing more is begun; what is open is closed on the way out. */
export class StoppedRun extends Error {
  override readonly name = 'StoppedRun';
}

/** Throws once the run was stopped: asked before each piece of work. */
export function assertGoing(): void {
  if (stopped) throw new StoppedRun('stopped');
}

/** Registers what ends work under way; the answer takes it back. */
export function whenStopped(end: () => void): () => void {
  ends.add(end);
  return () => void ends.delete(end);
}

/** Ends all work under way; how many there were. */
export function stopRun(): number {
  stopped = true;
  const underway = [...ends];
  for (const end of underway) end();
  return underway.length;
}

/** Notes a file or folder that must not outlive the run; the answer forgets it. */
export function notePassing(path: string): () => void {
  passing.add(path);
  return () => void passing.delete(path);
}

/** Removes what must not outlive the run, for those who cannot wait. */
export function removePassing(): void {
  for (const path of passing) rmSync(path, { recursive: true, force: true });
}

/** Notes something finished that stays even when the run is stopped. */
export const noteKept = (what: string): void => void kept.push(what);

/** What is finished and stays, in the order it was. */
export const keptSoFar = (): readonly string[] => kept;
