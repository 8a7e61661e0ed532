import type { Catalogue, Entry } from './entry.js';

const start = /^([A-Za-z][\w-]*)[ \t]*=[ \t]*/;
const attribute = /^[ \t]+\.([A-Za-z][\w-]*)[ \t]*=[ \t]*/;

/** Whether a file is of Project Fluent, whose ending FreeMarker has as well. */
export const isFluent = (text: string): boolean =>
  !/<[#@]|\$\{/.test(text.slice(0, 20_000)) &&
  /^\ufeff?(?:(?:#[^\n]*|[ \t\r]*)\n){0,2000}-?[A-Za-z][\w-]*[ \t]*=/.test(text.slice(0, 20_000));

interface Open {
  readonly path: readonly string[];
  readonly from: number;
  to: number;
}

/** Reads a file of Project Fluent (https://projectfluent.org): messages and their attributes; terms are put into others. */
export function readFluent(source: string): Catalogue {
  const found: Open[] = [];
  let id = '';
  let open: Open | undefined;
  let at = 0;
  const begin = (path: readonly string[], from: number): void => {
    open = { path, from, to: from };
    found.push(open);
  };
  for (const line of source.split('\n')) {
    const end = at + line.length;
    const message = start.exec(line);
    const inner = id === '' ? null : attribute.exec(line);
    if (message) {
      id = message[1]!;
      begin([id], at + message[0].length);
    } else if (inner) begin([id, inner[1]!], at + inner[0].length);
    else if (/^\S/.test(line) && !line.startsWith('}')) {
      open = undefined;
      id = '';
    }
    if (open && line.trim() !== '') open.to = end;
    at = end + 1;
  }
  const entries = found.map(
    ({ path, from, to }): Entry => ({
      path,
      text: source.slice(from, to).trimEnd(),
      toFile: (offset) => from + offset,
    }),
  );
  return { entries: entries.filter(({ text }) => text !== '') };
}
