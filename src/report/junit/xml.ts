import { escapeHtml } from '../../text/escape.js';
import { muteStart } from '../../text/escape-commands.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with escaped attributes, its children indented below it. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${name}${given}/>`;
  const inner = children.map((child) => child.replace(/^(?= *<)/gm, '  ')).join('\n');
  return `<${name}${given}>\n${inner}\n</${name}>`;
}

/** An element with lines of text in it; each line is escaped, and none is indented. */
export const textElement = (name: string, attributes: Attributes, lines: readonly string[]): string => {
  const given = lines.filter((line) => line !== '').map((line) => muteStart(escapeHtml(line)));
  return element(name, attributes, [given.join('\n')]);
};
