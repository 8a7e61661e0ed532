import { parse as parseDot } from '@ts-graphviz/ast';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphMl } from 'graphology-graphml';
import { expect } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { mapSchema } from '../../../src/map/model.js';
import { questionsSchema } from '../../../src/model/intake.js';
import type { Outputs } from '../further-outputs.js';
import { assertPlainLog, checks } from './checks.js';

/** Nothing is declared, so that only well-formedness is judged. */
const anything = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>';

/** All XML at once: each call starts the reader anew. */
async function assertWellFormed(written: Outputs): Promise<void> {
  const isXml = (name: string): boolean => / svg$| graphml$|^workbook /.test(name);
  const xml = [...written].flatMap(([name, contents], i) =>
    isXml(name) ? [{ fileName: `${i}.xml`, contents }] : [],
  );
  const { errors } = await validateXML({ xml, schema: [anything] });
  const declared = /No matching global declaration|fails to validate$/;
  expect(errors.filter(({ message }) => !declared.test(message))).toEqual([]);
}

/** A picture draws; it runs nothing and leads nowhere. */
function assertPicture(text: string): void {
  assertPlainLog(text);
  const tags = text.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""')) ?? [];
  expect(tags.filter((tag) => /<(?:script|image|foreignObject|a|use)\b|\son\w+=|href=/i.test(tag))).toEqual(
    [],
  );
}

const arrow = /(?:-->|-\.->|-\.-x)/;
const label = /"(?:[\p{L}\p{M}\p{N} .,:/()_+-]|#\d+;)+"/u;
const mermaidLine = new RegExp(
  `^ *(?:flowchart LR|end|%% .*|subgraph g\\d+\\[${label.source}\\]|s\\d+\\[${label.source}\\]|s\\d+ ${arrow.source}(?:\\|${label.source}\\|)? s\\d+)$`,
  'u',
);

const words: readonly [RegExp, (text: string) => void | Promise<void>][] = [
  [/ text$/, assertPlainLog],
  [/ svg$/, assertPicture],
  [/^map html$/, checks.html],
  [
    / dot$/,
    (text) => {
      assertPlainLog(text);
      expect(parseDot(text).children).toHaveLength(1);
    },
  ],
  [
    /^map mermaid$/,
    (text) => {
      assertPlainLog(text);
      const lines = text.trimEnd().split('\n');
      expect(lines.filter((line) => !mermaidLine.test(line))).toEqual([]);
    },
  ],
  [
    /^map graphml$/,
    (text) => {
      assertPlainLog(text);
      expect(parseGraphMl(MultiDirectedGraph, text).order).toBeGreaterThan(20);
    },
  ],
  [/ csv\b/, checks.csv],
  [
    /^map json$/,
    (text) => {
      assertPlainLog(text);
      mapSchema.parse(JSON.parse(text));
    },
  ],
  [
    /^questions json$/,
    (text) => {
      assertPlainLog(text);
      questionsSchema.parse(JSON.parse(text));
    },
  ],
  [
    / json$/,
    (text) => {
      assertPlainLog(text);
      JSON.parse(text);
    },
  ],
  [/^questions terminal$/, assertPlainLog],
  [/^questions markdown$/, checks.markdown],
  [/^workbook xl\/worksheets/, assertSheet],
  [/^workbook .*\.rels$/, (text) => expect(text).not.toMatch(/TargetMode/)],
  [/^workbook /, () => undefined],
];

/** Nothing in a sheet is worked out but how many rows each sheet has, and no link leads out of the workbook. */
function assertSheet(text: string): void {
  const formulas = [...text.matchAll(/<f\b[^>]*>(.*?)<\/f>/gs)].map(([, one]) => one);
  for (const one of formulas) expect(one).toMatch(/^COUNTA\('[^']+'!\$A\$5:\$A\$\d+\)$/u);
  for (const [link] of text.matchAll(/<hyperlink\b[^>]*>/g)) expect(link).toMatch(/ location="'/);
  for (const [, rule] of text.matchAll(/<formula\d>(.*?)<\/formula\d>/gs))
    expect(rule).not.toMatch(/cmd|HYPERLINK/);
}

/** By the names of outputs: that their readers find data where data should be, and nothing else. */
export async function assertHarmless(written: Outputs): Promise<void> {
  await assertWellFormed(written);
  for (const [name, text] of written) {
    const check = words.find(([pattern]) => pattern.test(name))?.[1];
    expect(check, name).toBeDefined();
    await check?.(text);
  }
}
