import { appendFile, stat } from 'node:fs/promises';
import type { RenderOptions } from '../report/index.js';
import { cannotWrite } from './output.js';

/** A summary above this is not shown at all. */
const most = 1024 * 1024;

/** Adds the report to the summary page of a GitHub job, in the room that earlier words of the step have left. */
export async function writeJobSummary(
  render: (options: RenderOptions) => Promise<string | Uint8Array>,
  options: RenderOptions,
  file: string | undefined,
): Promise<void> {
  if (!file) return;
  const before = await stat(file).catch(() => undefined);
  const maxBytes = most - (before?.size ?? 0) - 1;
  const page = String(await render({ ...options, maxBytes }));
  if (Buffer.byteLength(page) > maxBytes) return;
  await appendFile(file, `${page}\n`).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
}
