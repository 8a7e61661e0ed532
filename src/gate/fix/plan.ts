import type { GateEdit, GateFinding } from '../../model/gate-report.js';
import type { TemplateFile } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
import { addTo } from '../../text/group-by.js';
import { type Replacement, replaceAll } from '../../text/unified-diff.js';

/** A file that --fix changes. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly replacements: readonly Replacement[];
}

const inOrder = (a: GateEdit, b: GateEdit): number =>
  a.start - b.start || a.end - b.end || compareText(a.text, b.text);

/** Each edit once, and of those that overlap the first. */
function apart(edits: readonly GateEdit[]): GateEdit[] {
  const kept: GateEdit[] = [];
  for (const edit of [...edits].sort(inOrder)) {
    const last = kept.at(-1);
    if (last && inOrder(last, edit) === 0) continue;
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}

type Fixable = Pick<GateFinding, 'fix' | 'suppression' | 'edits'>;

/** What --fix makes of the files: only findings that count and whose rule says that mending is safe. */
export function planFixes(findings: readonly Fixable[], files: readonly TemplateFile[]): FixedFile[] {
  const safe = findings.filter(({ fix, suppression }) => fix === 'safe' && suppression === null);
  const byFile = new Map<string, GateEdit[]>();
  for (const edit of safe.flatMap(({ edits }) => edits)) addTo(byFile, edit.file, edit);
  return files.flatMap(({ path, text }) => {
    const replacements = apart(byFile.get(path) ?? []);
    const after = replaceAll(text, replacements);
    return after === text ? [] : [{ path, before: text, after, replacements }];
  });
}
