import { dirname } from 'node:path';
import { progressFormats, progressRenderers } from '../../report/progress/index.js';
import { checkFormats, writeFormats } from '../format-outputs.js';
import { readGiven } from '../past.js';
import { type ScreenOptions, screenOf } from './preferences.js';

export interface ProgressOptions extends ScreenOptions {
  readonly format?: readonly string[];
}

/** Shows what became of plans over snapshots; it fails only when it cannot be told. */
export async function runRoadmapProgress(files: readonly string[], typed: ProgressOptions): Promise<number> {
  const outputs = await checkFormats(typed.format, progressFormats);
  const given = await Promise.all(files.map((file) => readGiven('the file', file, dirname(file), [])));
  const { readProgress } = await import('../../app/roadmap/progress.js');
  const progress = readProgress(given);
  await writeFormats(outputs, (format) => progressRenderers[format](progress, screenOf(typed)));
  return 0;
}
