import { readKey, readOwnKey } from '../../app/keys.js';
import type { Naming } from '../../app/preferences/person.js';
import { storeOf } from '../../app/run-request.js';
import { renderTraceJson, renderTraceTerminal } from '../../report/trace/index.js';
import { printable } from '../../text/printable.js';
import { assertChoice, assertFolder } from '../checks.js';
import { assertWritable, writeWhole } from '../output.js';
import { createProgress } from '../progress.js';
import { namePersons } from '../pseudonym.js';
import { show } from '../show.js';
import { type PolicyOptions, type ScreenOptions, screenOf, toRequest } from './preferences.js';

export interface TraceOptions extends PolicyOptions, ScreenOptions {
  readonly format: string;
  readonly html?: string;
  readonly reveal?: boolean;
  readonly keyFile?: string;
}

/** The key by which reports name persons; what is wrong with it is said on stderr. */
export async function readNaming(keyFile: string | undefined, storeDir: string): Promise<Naming> {
  const { bytes, warnings } = keyFile === undefined ? await readOwnKey(storeDir) : await readKey(keyFile);
  for (const warning of warnings) process.stderr.write(`unsilo: ${printable(warning)}\n`);
  return { key: bytes, name: namePersons(bytes) };
}

/** Prints what all systems hold of one customer, and where the way broke on which they should have heard. */
export async function runTrace(key: string, dir: string, typed: TraceOptions): Promise<void> {
  const format = assertChoice('format', typed.format, ['terminal', 'json'] as const);
  const request = toRequest(dir, typed);
  await assertFolder(dir);
  if (typed.html !== undefined) await assertWritable(typed.html);
  const naming = await readNaming(typed.keyFile, storeOf(request));
  const progress = createProgress(typed.quiet ?? false);
  try {
    const { trace } = await import('../../app/preferences/trace.js');
    const told = await trace({ ...request, key, reveal: typed.reveal ?? false, naming }, progress.stage);
    progress.done();
    if (typed.html !== undefined) {
      const { renderTracePage } = await import('../../report/trace/page.js');
      await writeWhole(typed.html, renderTracePage(told));
    }
    await show(format === 'json' ? renderTraceJson(told) : renderTraceTerminal(told, screenOf(typed)));
  } finally {
    progress.done();
  }
}
