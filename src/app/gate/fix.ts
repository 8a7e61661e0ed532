import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type FixedFile, planFixes } from '../../gate/fix/plan.js';
import type { GateFinding } from '../../model/gate-report.js';
import type { TemplateFile } from '../../model/template.js';
import { insideOf } from '../../text/inside-of.js';
import { unifiedDiff } from '../../text/unified-diff.js';

const mark = '\ufeff';

/** A mended file as it is to be written; its diff names it as seen from where unsilo runs, as reports do. */
export interface Mended {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly diff: string;
}

/** A file that is UTF-8 is written back as it was but for the change; of others nobody can tell how. */
async function mend(root: string, { path, before, after, replacements }: FixedFile): Promise<Mended[]> {
  const file = join(root, path);
  const bytes = await readFile(file);
  const lead = bytes.equals(Buffer.from(before))
    ? ''
    : bytes.equals(Buffer.from(mark + before))
      ? mark
      : undefined;
  if (lead === undefined) return [];
  const seen = posix.join(insideOf(process.cwd(), root) ?? '', path);
  return [{ file, path, text: lead + after, diff: unifiedDiff(seen, before, replacements) }];
}

/** The files that mending what can be mended safely changes. */
export async function mendTemplates(
  root: string,
  findings: readonly GateFinding[],
  files: readonly TemplateFile[],
): Promise<Mended[]> {
  const mended = await Promise.all(planFixes(findings, files).map((fixed) => mend(root, fixed)));
  return mended.flat();
}
