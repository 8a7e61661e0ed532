import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { reportSchema } from '../../../src/model/report.js';
import type { Format } from '../../../src/report/index.js';

/** Escape sequences, controls, marks that turn what follows, and commands of build servers anywhere in a line. */
const obeyed =
  /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067\ufeff]|[\u{e0000}-\u{e007f}]|##\w*\[/u;

/** What every output keeps to, on stdout and stderr as in files. */
export function assertNothingObeyed(text: string): void {
  expect(obeyed.exec(text)?.[0]).toBeUndefined();
  expect(Buffer.from(text).toString()).toBe(text);
}

/** Nothing in a log that its reader takes for a command. */
export function assertPlainLog(text: string): void {
  assertNothingObeyed(text);
  expect(/^\s*::.*/m.exec(text)?.[0]).toBeUndefined();
}

const junitSchema = (): Promise<string> =>
  readFile(new URL('../../report/fixtures/junit-10.xsd', import.meta.url), 'utf8');

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** All strings under keys of this name. */
function valuesOf(json: Json, key: string): string[] {
  if (Array.isArray(json)) return json.flatMap((item: Json) => valuesOf(item, key));
  if (json === null || typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : valuesOf(value, key),
  );
}

/** Relative, inside the folder, with forward slashes. */
function assertPaths(paths: readonly string[]): void {
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) expect(path).toMatch(/^hostile\/\w+(?:\.\w+)+$/);
}

const tagsOf = (html: string): string[] => [...new Set(html.match(/<\/?[a-z][^>]*>/gi) ?? [])];
const usualTags =
  /^<input type="checkbox" disabled="" \/>$|^<\/?(h1|h2|h3|p|strong|em|table|thead|tbody|tr|th|td|ol|ul|li|code|details|summary|br)( align="(left|right)"| \/|)>$/;

/** By format: that its reader finds data where data should be, and nothing else. */
export const checks: Readonly<Record<Format, (text: string) => void | Promise<void>>> = {
  terminal: assertPlainLog,
  json: (text) => {
    assertPlainLog(text);
    reportSchema.parse(JSON.parse(text));
  },
  html: (text) => {
    assertPlainLog(text);
    expect(text.match(/<script/gi)).toHaveLength(
      text.match(/<script[^>]* nonce=|<script>|<script type="application\/json" id="data">/g)?.length ?? 0,
    );
    expect(text).not.toMatch(/<(?:img|svg\/)|<script>alert|href="(?!#)/i);
  },
  markdown: (text) => {
    assertPlainLog(text);
    const extensions = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
    const html = micromark(text, extensions);
    expect(tagsOf(html).filter((tag) => !usualTags.test(tag))).toEqual([]);
    expect(html.replace(/<code>[\s\S]*?<\/code>/g, '')).not.toMatch(/@\w|#\d|:\/\/|www\./);
  },
  csv: (text) => {
    assertPlainLog(text);
    const cells = (parse(text) as string[][]).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠](?!\d+$)/.test(cell))).toEqual([]);
  },
  sarif: (text) => {
    assertPlainLog(text);
    const log = JSON.parse(text) as Json;
    assertPaths(valuesOf(log, 'uri'));
    for (const message of valuesOf(log, 'text')) expect(message).not.toMatch(/\]\(|(?<!\{)\{\d+\}/);
  },
  junit: async (text) => {
    assertPlainLog(text);
    expect((await validateXML({ xml: text, schema: await junitSchema() })).errors).toEqual([]);
    assertPaths([...text.matchAll(/ file="([^"]*)"/g)].map(([, path = '']) => path));
  },
  github: (text) => {
    assertNothingObeyed(text);
    const command = /^::(error|warning|notice) (?:(?:file|line|title)=[^:,]*,?)+::/;
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((line) => !command.test(line)),
    ).toEqual([]);
    for (const level of ['error', 'warning', 'notice'])
      expect(text.match(new RegExp(`^::${level} `, 'gm'))?.length ?? 0).toBeLessThanOrEqual(10);
  },
  gitlab: (text) => {
    assertPlainLog(text);
    assertPaths(valuesOf(JSON.parse(text) as Json, 'path'));
  },
};
