import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FieldUse, Syntax } from '../../../src/model/template.js';
import { parseTemplate } from '../../../src/templates/syntax/index.js';

/** A use in short: its role unless it is put out, `?` for a fallback, `!` for raw, `~` for one nobody supplies, filters behind bars. */
const short = ({ name, role, filters, raw, fallback, local }: FieldUse): string =>
  `${role === 'output' ? '' : `${role} `}${name}${fallback ? '?' : ''}${raw ? '!' : ''}${local ? '~' : ''}${filters.map((one) => `|${one}`).join('')}`;

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const cases: readonly (readonly [Syntax, string, readonly string[]])[] = read('cases.yaml');

test.each(cases)('%s: %s', (syntax, text, expected) => {
  expect(parseTemplate(text, syntax).uses.map(short)).toEqual(expected);
});

test.each(cases)('%s: names stand where the uses say: %s', (syntax, text) => {
  const { uses, tags, problems } = parseTemplate(text, syntax);
  expect(problems).toEqual([]);
  for (const { start, end, name, tag } of uses) {
    expect(tag.start <= start && end <= tag.end && start < end).toBe(true);
    expect(tags.some((one) => one.start <= tag.start && tag.end <= one.end)).toBe(true);
    const last = name.split('.').at(-1)!.replace('[]', '');
    if (!/^%/.test(text.slice(start, end))) expect(text.slice(start, end)).toContain(last.slice(0, 1));
  }
});

describe('what is included', () => {
  test.each<readonly [Syntax, string, readonly string[]]>([
    ['handlebars', '{{> footer}}{{#> frame}}x{{/frame}}', ['partial footer', 'layout frame']],
    ['liquid', '{% render "footer", a: b %}{% layout "frame" %}', ['partial footer', 'layout frame']],
    [
      'jinja',
      '{% extends "base.html" %}{% include "foot.html" %}',
      ['layout base.html', 'partial foot.html'],
    ],
    ['go', '{{template "footer" .}}', ['partial footer']],
    ['freemarker', '<#include "foot.ftl">', ['partial foot.ftl']],
    ['velocity', '#parse("foot.vm")', ['partial foot.vm']],
    ['erb', "<%= render partial: 'foot', locals: { a: @b } %>", ['partial foot']],
    ['ejs', '<%- include("foot") %>', ['partial foot']],
    ['ampscript', '%%=ContentBlockByKey("foot")=%%', ['partial foot']],
    ['thymeleaf', '<div th:replace="~{mail/foot :: x}"></div>', ['partial mail/foot']],
  ])('%s: %s', (syntax, text, expected) => {
    expect(parseTemplate(text, syntax).includes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected);
  });
});
