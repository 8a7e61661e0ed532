import { type Linked, linkFiles } from '../../app/link/index.js';
import { crosswalkHead, crosswalkLine, linksHead, linksLine } from '../../report/link/crosswalk.js';
import { renderPair } from '../../report/link/pair.js';
import { renderReview } from '../../report/link/review.js';
import { renderLinkSummary } from '../../report/link/summary.js';
import { escapeJson } from '../../text/escape-json.js';
import type { LinkOptions } from '../link-options.js';
import { checkLinkOutputs, type LinkOutput, type LinkOutputs } from '../link-outputs.js';
import { readLinkRequest } from '../link-request.js';
import { writeOut, writeWhole } from '../output.js';
import { withPassingFolder } from '../passing-folder.js';
import { createProgress } from '../progress.js';

/** Pairs that somebody judges in one sitting. */
const sitting = 50;

async function* lines<T>(
  head: string,
  chunks: AsyncIterable<T[]>,
  lineOf: (row: T) => string,
): AsyncGenerator<string> {
  yield head;
  for await (const chunk of chunks) yield chunk.map(lineOf).join('');
}

async function write(file: string | undefined, chunks: AsyncIterable<string>): Promise<void> {
  if (file !== undefined) return writeWhole(file, chunks);
  for await (const chunk of chunks) if (!(await writeOut(chunk))) return;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const toJson = (value: unknown): string => `${escapeJson(JSON.stringify(value, null, 2))}\n`;

/** What one output says: the crosswalk, or the pair that was asked for, or how all were linked. */
async function writeOutput({ format, file }: LinkOutput, linked: Linked, typed: LinkOptions): Promise<void> {
  if (format === 'csv') return write(file, lines(crosswalkHead, linked.crosswalk(), crosswalkLine));
  const [a, b] = typed.explain ?? [];
  const columns = file === undefined ? (process.stdout.columns ?? 100) : 100;
  if (a === undefined || b === undefined) {
    const { report } = linked;
    return write(file, once(format === 'json' ? toJson(report) : renderLinkSummary(report, columns)));
  }
  const pair = await linked.explain(a, b, typed.reveal ?? false);
  await write(file, once(format === 'json' ? toJson(pair) : renderPair(pair)));
}

async function writeAll(
  linked: Linked,
  typed: LinkOptions,
  { outputs, toldOnStderr }: LinkOutputs,
): Promise<void> {
  for (const output of outputs) await writeOutput(output, linked, typed);
  if (typed.links !== undefined) await write(typed.links, lines(linksHead, linked.pairs(), linksLine));
  if (typed.review !== undefined)
    await writeWhole(typed.review, renderReview(await linked.review(sitting, typed.reveal ?? false)));
  if (toldOnStderr && !typed.quiet)
    process.stderr.write(renderLinkSummary(linked.report, process.stderr.columns ?? 100));
}

/** Links files and writes the crosswalk, or what was asked about it. */
export async function runLink(files: readonly string[], typed: LinkOptions): Promise<void> {
  const outputs = await checkLinkOutputs(typed);
  const request = await readLinkRequest(files, typed);
  const progress = createProgress(typed.quiet ?? false);
  try {
    await withPassingFolder(typed.store, 'link', (folder) =>
      linkFiles({ ...request, folder }, progress.stage, async (linked) => {
        progress.done();
        await writeAll(linked, typed, outputs);
      }),
    );
  } finally {
    progress.done();
  }
}
