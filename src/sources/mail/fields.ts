/** Fields of a mail's header or a report, by name in small letters; of several the first. */
export type Fields = ReadonlyMap<string, string>;

const field = /^([A-Za-z][\w-]*)[ \t]*:[ \t]?(.*)$/;

/** Fields of one group of lines; lines that begin with a blank go on with the field before. */
export function readFields(lines: readonly string[]): Fields {
  const fields = new Map<string, string>();
  let name: string | undefined;
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (name !== undefined) fields.set(name, `${fields.get(name)} ${line.trim()}`);
      continue;
    }
    const [, key, value] = field.exec(line) ?? [];
    name = key?.toLowerCase();
    if (name === undefined) continue;
    if (fields.has(name)) name = undefined;
    else fields.set(name, value!.trim());
  }
  return fields;
}

/** The groups of a report: fields with blank lines between the groups (RFC 3464 2.1). */
export function readGroups(text: string): Fields[] {
  const groups: string[][] = [[]];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)!.push(line);
  }
  return groups.filter((lines) => lines.length > 0).map(readFields);
}

/** `rfc822; a@example.com` → `a@example.com`: the value without its type (RFC 3464 2.1.2). */
export const bareValue = (text: string | undefined): string =>
  (text ?? '').replace(/^[A-Za-z0-9-]+[ \t]*;[ \t]*/, '').trim();
