const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const key = '"findings"';
/** What may stand between findings. */
const between = [comma, openObject, closeList];

/** A report as JSON, with its findings apart: the rest as a report without any, and each finding's own bytes. */
export interface SplitSnapshot {
  readonly rest: string;
  readonly findings: readonly (readonly [start: number, end: number])[];
}

const decoder = new TextDecoder();
export const textAt = (bytes: Uint8Array, start: number, end: number): string =>
  decoder.decode(bytes.subarray(start, end));

/** Where a string ends that begins at `at`; behind its quotation mark. */
function endOfString(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (next < bytes.length && bytes[next] !== quote) next += bytes[next] === backslash ? 2 : 1;
  return next + 1;
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function skipBlanks(bytes: Uint8Array, at: number): number {
  let next = at;
  while (isBlank(bytes[next])) next += 1;
  return next;
}

/** Where the list of findings begins that stands in the outermost object; -1 without one. */
function startOfFindings(bytes: Uint8Array): number {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === openObject || byte === openList) depth += 1;
    if (byte === closeObject || byte === closeList) depth -= 1;
    if (byte !== quote) continue;
    const end = endOfString(bytes, at);
    const isKey = depth === 1 && end - at === key.length && textAt(bytes, at, end) === key;
    const after = isKey ? skipBlanks(bytes, end) : -1;
    const list = after >= 0 && bytes[after] === colon ? skipBlanks(bytes, after + 1) : -1;
    if (list >= 0 && bytes[list] === openList) return list;
    at = end - 1;
  }
  return -1;
}

/**
 * Splits a report so that a large one need not be held as text and as objects at once; undefined where its findings are
 * not found, as in what is no report. Whether anything of it is valid JSON is for those who parse the parts.
 */
export function splitSnapshot(bytes: Uint8Array): SplitSnapshot | undefined {
  const list = startOfFindings(bytes);
  if (list < 0) return undefined;
  const findings: (readonly [number, number])[] = [];
  let depth = 0;
  let start = list + 1;
  for (let at = list; at < bytes.length; at++) {
    const byte = bytes[at];
    if (depth === 1 && !isBlank(byte) && !between.includes(byte!)) return undefined;
    if (byte === quote) at = endOfString(bytes, at) - 1;
    else if (byte === openObject || byte === openList) {
      depth += 1;
      if (depth === 2) start = at;
    } else if (byte === closeObject || byte === closeList) {
      depth -= 1;
      if (depth === 1) findings.push([start, at + 1]);
      if (depth === 0)
        return { rest: `${textAt(bytes, 0, list)}[]${textAt(bytes, at + 1, bytes.length)}`, findings };
    }
  }
  return undefined;
}
