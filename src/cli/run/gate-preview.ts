import { preview } from '../../app/gate/preview.js';
import { renderPreview } from '../../report/preview/page.js';
import { assertWritable, writeOut, writeWhole } from '../output.js';
import { dayOf } from '../past.js';

/** Options as the command line gives them. */
export interface PreviewOptions {
  readonly locale?: string;
  readonly sample?: string;
  readonly out?: string;
  readonly config?: string;
  readonly contract?: string;
}

/** Writes a page with a message as its readers get it. */
export async function runPreview(
  message: string,
  paths: readonly string[],
  { out, ...named }: PreviewOptions,
): Promise<number> {
  if (out !== undefined) await assertWritable(out);
  const given = { ...named, message, paths: paths.length > 0 ? paths : ['.'], today: dayOf(undefined) };
  const page = renderPreview(await preview(given));
  if (out === undefined) await writeOut(page);
  else await writeWhole(out, page);
  return 0;
}
