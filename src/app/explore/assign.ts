import { type Document, isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import { SourceError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import type { Given } from '../read-past.js';

type Entry = Pair<unknown, unknown>;

const isKey =
  (key: string) =>
  (pair: Entry): boolean =>
    isScalar(pair.key) && pair.key.value === key;

/** An entry as a line of its own. */
const lineOf = (fingerprint: string, owner: string, indent: string): string =>
  `${indent}${stringify(fingerprint).trim()}: ${stringify(owner, { lineWidth: 0 }).trim()}`;

/** How lines of a text end; on Windows often otherwise. */
const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const withNewline = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : `${text}${endOf(text)}`;

/** Start and end of the lines of an entry. */
function linesOf(text: string, { key, value }: Entry): [number, number] {
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  const end = isScalar(value) ? (value.range?.[1] ?? start) : start;
  const newline = text.indexOf('\n', end);
  return [text.lastIndexOf('\n', start) + 1, newline < 0 ? text.length : newline + 1];
}

/** Puts one entry in the place of the one it has, else under the first. */
function withEntry(text: string, map: YAMLMap, fingerprint: string, owner: string): string {
  const items = map.items as Entry[];
  const [start, end] = linesOf(text, items.find(isKey(fingerprint)) ?? items[0]!);
  const indent = /^\s*/.exec(text.slice(start))![0];
  const isThere = items.some(isKey(fingerprint));
  const before = isThere ? start : end;
  return `${withNewline(text.slice(0, before))}${lineOf(fingerprint, owner, indent)}${endOf(text)}${text.slice(end)}`;
}

function read({ file, text }: Given): Document {
  const document = parseDocument(text);
  const [first] = document.errors;
  if (first) throw new SourceError([{ place: { file }, message: first.message.split('\n')[0] ?? '' }]);
  return document;
}

function assignOne({ file, text }: Given, fingerprint: string, owner: string): string {
  const document = read({ file, text });
  const map = document.get('assigned');
  if (isMap(map) && !map.flow && map.items.length > 0) return withEntry(text, map, fingerprint, owner);
  if (!document.has('assigned')) {
    const lines = ['assigned:', lineOf(fingerprint, owner, '  '), ''];
    return `${withNewline(text)}${lines.join(endOf(text))}`;
  }
  document.setIn(['assigned', fingerprint], owner);
  return document.toString({ lineWidth: 0 });
}

/** The settings with an owner for each finding; every other line stays as it is. */
export const withAssigned = (given: Given, findings: readonly Finding[], owner: string): string =>
  findings.reduce((text, { fingerprint }) => assignOne({ ...given, text }, fingerprint, owner), given.text);

/** The lines of an entry taken out, and with the last one the heading above it. */
function releaseOne({ file, text }: Given, fingerprint: string): string {
  const document = read({ file, text });
  const map = document.get('assigned');
  const items = isMap(map) ? (map.items as Entry[]) : [];
  const entry = items.find(isKey(fingerprint));
  if (!isMap(map) || entry === undefined) return text;
  if (map.flow) {
    document.deleteIn(['assigned', fingerprint]);
    return document.toString({ lineWidth: 0 });
  }
  const [start, end] = linesOf(text, entry);
  if (items.length > 1) return text.slice(0, start) + text.slice(end);
  const heading = (document.contents as YAMLMap).items.find(isKey('assigned'))!;
  return text.slice(0, linesOf(text, heading as Entry)[0]) + text.slice(end);
}

/** The settings without owners for findings; every other line stays as it is. */
export const withoutAssigned = (given: Given, findings: readonly Finding[]): string =>
  findings.reduce((text, { fingerprint }) => releaseOne({ ...given, text }, fingerprint), given.text);

/** A finding as the next audit will show it. */
export const assigned = (finding: Finding, owner: string): Finding => ({
  ...finding,
  owners: [{ role: 'owner', owner_id: owner, name: owner }],
});
