import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Day of every file in the container: the first that ZIP knows. */
const mtime = new Date(1980, 0, 1);
const written = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;

/**
 * A document of Office Open XML that says of itself it was made as of `asOf`, and has the same bytes for the same content;
 * `worksheet` rewrites those of a workbook.
 */
export function sameBytes(
  bytes: Uint8Array,
  asOf: string,
  worksheet: (xml: string) => string = (xml) => xml,
): Uint8Array {
  const files = unzipSync(bytes);
  const core = files['docProps/core.xml'];
  const day = `${asOf.slice(0, 19)}Z`;
  if (core) files['docProps/core.xml'] = strToU8(strFromU8(core).replaceAll(written, `$1${day}`));
  for (const [name, content] of Object.entries(files))
    if (/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) files[name] = strToU8(worksheet(strFromU8(content)));
  const sorted = Object.entries(files).filter(([name]) => !name.endsWith('/'));
  return zipSync(Object.fromEntries(sorted), { mtime });
}
