const csi = '\u001b[';
/** Terminals that know these show what stands between them at once. */
const [begin, end] = [`${csi}?2026h`, `${csi}?2026l`];

/**
 * What a terminal has to be sent to turn one screen into another: the lines that differ, each at its place. A line is
 * erased before it is written, as one that fills the width leaves the cursor on its last column. Empty where nothing
 * differs.
 */
export function redraw(before: readonly string[], after: readonly string[]): string {
  const length = Math.max(before.length, after.length);
  const changed = Array.from({ length }, (_, at) =>
    before[at] === after[at] ? '' : `${csi}${at + 1};1H${csi}2K${after[at] ?? ''}`,
  ).join('');
  return changed === '' ? '' : `${begin}${changed}${end}`;
}

/** Empties the whole screen, as after a change of its size; the cursor marks nothing on it. */
export const clear = `${csi}?25l${csi}2J`;
