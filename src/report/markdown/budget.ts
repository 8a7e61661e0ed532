import { groupDigits } from '../../text/numbers.js';
import type { Group } from './findings.js';

const sizeOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);

/** Room for the sentence that says what was left out. */
const reserve = 200;

/** The groups with as many rows as the room allows, worst first; the rest is counted. */
export function fillRoom(groups: readonly Group[], room: number): string[] {
  let left = room - reserve;
  let cut = 0;
  const lines: string[] = [];
  for (const { open, rows, close } of groups) {
    left -= sizeOf([...open, ...close]);
    const kept = rows.filter((row) => {
      left -= sizeOf([row]);
      return left >= 0;
    });
    cut += rows.length - kept.length;
    if (kept.length > 0) lines.push(...open, ...kept, ...close);
  }
  const said = `${groupDigits(cut)} more findings are left out for the size of this page; the other formats list them.`;
  return cut === 0 ? lines : [...lines, said, ''];
}
