import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Syntax } from '../../../src/model/template.js';
import { recogniseSyntax } from '../../../src/templates/syntax/index.js';

const cases: readonly (readonly [Syntax, string, string])[] = parse(
  readFileSync(new URL('recognised.yaml', import.meta.url), 'utf8'),
);

test.each(cases)('%s: %s with %s', (syntax, path, text) => {
  expect(recogniseSyntax(path, text)).toBe(syntax);
});
