import { guessRole } from '../linkage/roles/recognise.js';
import type { Look } from './mapping/resolve.js';
import type { Persons } from './scaffold-people.js';
import { noWords, opposite, yesWords } from './sql/words.js';

/** A name as YAML has it: plain where it can stand so. */
export const quoted = (text: string): string =>
  /^[A-Za-z][\w ./-]*$/.test(text) ? text : JSON.stringify(text);
export const comment = (lines: readonly string[]): string[] => lines.map((line) => `  # ${line}`);

const needsSystem = 'system_id: { constant: "" } # needed: id of the system whose file it is';
const keyLines = ({ key }: Persons): string[] => [
  `    subject_key: ${quoted(key.column)}`,
  `    key_type: { constant: ${key.type} }`,
];

/** The same file once more, for who its persons are, and for each further key of theirs. */
export function customersOf(file: string, persons: Persons): string[] {
  const whom = [...persons.identity].map(([column, name]) => `    ${column}: ${quoted(name)}`);
  const head = (table: string, told: string): string[] => [
    `${file} ${told}; name its system and uncomment:`,
    `- table: ${table}`,
    `  file: ${quoted(file)}`,
    '  columns:',
    `    ${needsSystem}`,
  ];
  return comment([
    ...head('customers', 'says who its persons are'),
    ...keyLines(persons),
    ...whom,
    ...persons.others.flatMap(({ column, type }) => [
      ...head('identity_keys', `holds a further key of its persons, ${column}`),
      `    subject_key: ${quoted(persons.key.column)}`,
      `    key_type: { constant: ${type} }`,
      `    value_norm: ${quoted(column)}`,
    ]),
  ]);
}

/** A column of yes and no, and how the file writes both. */
interface Flag {
  readonly column: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const others = (words: readonly string[]): string[] =>
  words.map(opposite).filter((word, i) => word !== words[i]);

/** A word that the rows looked at do not hold may stand in a later one. */
const completed = ({ column, yes, no }: Flag): Flag => ({
  column,
  yes: yes.length > 0 ? yes : others(no),
  no: no.length > 0 ? no : others(yes),
});

/** The columns that hold nothing but yes and no, unless their name says plainly that they are something else. */
export function flagsIn({ header, values: valuesOf }: Look): Flag[] {
  const open = header.filter((column) => guessRole(column).sureness < 2);
  return open.flatMap((column) => {
    const seen = [...new Set(valuesOf(column))].sort();
    const among = (words: readonly string[]) => seen.filter((one) => words.includes(one.toLowerCase()));
    const flag = { column, yes: among(yesWords), no: among(noWords) };
    return seen.length > 0 && flag.yes.length + flag.no.length === seen.length ? [completed(flag)] : [];
  });
}

/** Names of flags of which yes is a no. */
const refusal = /opt.?out|unsub|do.?not|no.?contact|^no[\s_-]|block|suppress|^dn[a-z]/i;

function recordOf({ column, yes, no }: Flag): string {
  const [allowed, refused] = refusal.test(column) ? [no, yes] : [yes, no];
  const words = [...allowed.map((word) => [word, 'opt_in']), ...refused.map((word) => [word, 'opt_out'])];
  const values = words.map(([word, value]) => `${JSON.stringify(word)}: ${value}`).join(', ');
  const value = `{ from: ${JSON.stringify(column)}, values: { ${values} } }`;
  return `    - { comm_type: { constant: "" }, channel: { constant: "" }, value: ${value} }`;
}

/** Flags as choices, one record each; what each is about, and whether yes is a no, only its owner knows. */
export const choicesOf = (file: string, persons: Persons, flags: readonly Flag[]): string[] =>
  comment([
    `${file} may hold choices, one a flag; say what each is about, see which word allows, and uncomment:`,
    '- table: preferences',
    `  file: ${quoted(file)}`,
    '  columns:',
    `    ${needsSystem}`,
    ...keyLines(persons),
    '    kind: { constant: consent }',
    '    lob: { constant: "*" }',
    '  records:',
    ...flags.map(recordOf),
  ]);
