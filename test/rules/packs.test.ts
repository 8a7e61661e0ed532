import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookups } from '../../src/facts/lookup/index.js';
import { toFinding } from '../../src/findings/to-finding.js';
import type { Policy } from '../../src/model/policy.js';
import type { Rule } from '../../src/model/rule.js';
import { readPacks, readPolicy } from '../../src/rules/read-packs.js';
import { type CaseResult, testRule } from '../../src/rules/test-rule.js';
import { placeholdersOf } from '../../src/text/fill.js';
import { contextOf } from '../findings/samples.js';

const folder = fileURLToPath(new URL('../../rules', import.meta.url));
const rules = await readPacks(folder);
const policy: Policy = await readPolicy(folder);
const outcomes = new Map<string, CaseResult[]>();
beforeAll(async () => {
  for (const rule of rules) outcomes.set(rule.id, await testRule(rule));
});

/** Titles quoted as `the case "…"` between two words of the section Before / After. */
function quoted(rule: Rule, word: 'Before' | 'After'): string[] {
  const section = rule.readme.split('## Before / After')[1]!.split('\n## ')[0]!;
  const paragraph = section.split('\n\n').find((text) => text.trim().startsWith(`${word},`)) ?? '';
  return [...paragraph.matchAll(/the case "([^"]+)"/g)].map((match) => match[1]!.replace(/\s+/g, ' '));
}

describe.each(rules)('$id', (rule) => {
  let results: CaseResult[] = [];
  beforeAll(() => {
    results = outcomes.get(rule.id)!;
  });
  const titles = (kind: CaseResult['kind']) =>
    results.filter((one) => one.kind === kind).map(({ title }) => title);

  it('does in every case what the case says', () => {
    expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  it('has cases of both kinds, the quiet ones first', () => {
    const kinds = results.map(({ kind }) => kind);
    expect(kinds).toContain('quiet');
    expect(kinds).toContain('firing');
    expect([...kinds].sort().reverse()).toEqual(kinds);
  });

  it('shows on its page a case before that fires and a case after that is quiet', () => {
    expect(titles('firing')).toEqual(expect.arrayContaining(quoted(rule, 'Before')));
    expect(titles('quiet')).toEqual(expect.arrayContaining(quoted(rule, 'After')));
    expect([quoted(rule, 'Before').length, quoted(rule, 'After').length]).toEqual([1, 1]);
  });

  it('raises each of its cases somewhere', () => {
    const raised = new Set(results.flatMap(({ hits }) => hits.map((hit) => hit.case)));
    expect([...raised].sort()).toEqual(Object.keys(rule.definition.cases).sort());
  });

  it('fills every name its sentences ask for', () => {
    for (const hit of results.flatMap(({ hits }) => hits)) {
      const one = rule.definition.cases[hit.case]!;
      const cause = policy.causes[hit.cause ?? 'unknown'];
      const asked = [one.message, one.remediation ?? rule.definition.remediation, cause.because].flatMap(
        placeholdersOf,
      );
      const columns = ['persons', 'messages', 'because'];
      const known = [...columns, ...Object.keys(hit.args)];
      const needsCause = one.message.includes('{because}');
      expect(known).toEqual(expect.arrayContaining(needsCause ? asked : placeholdersOf(one.message)));
    }
  });

  it('names harms of the policy, look-ups that exist, and a title like that of its page', () => {
    const harms = policy.harms.map(({ harm }) => harm);
    expect(harms).toEqual(
      expect.arrayContaining(Object.values(rule.definition.cases).map(({ harm }) => harm)),
    );
    if (rule.definition.affected) expect(Object.keys(lookups)).toContain(rule.definition.affected.lookup);
    expect(rule.readme.split('\n')[0]).toBe(`# ${rule.definition.title}`);
  });
});

describe('all rules together', () => {
  it('have different codes and never call anything illegal', () => {
    const codes = rules.map(({ definition }) => definition.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(rules.filter((rule) => /illegal|unlawful/i.test(JSON.stringify(rule)))).toEqual([]);
  });

  it('say what messages.txt shows', async () => {
    const blocks: string[] = [];
    for (const rule of rules)
      for (const { title, hits } of outcomes.get(rule.id)!)
        for (const hit of hits) {
          const { severity, message, remediation } = toFinding(hit, rule, policy, contextOf({ rules }));
          blocks.push(`${rule.id}: ${title}\n  ${severity}: ${message}\n  → ${remediation}\n`);
        }
    const file = join(fileURLToPath(new URL('.', import.meta.url)), 'messages.txt');
    const text = blocks.join('\n');
    if (process.env.UPDATE_MESSAGES) await writeFile(file, text);
    expect(text).toBe(await readFile(file, 'utf8'));
    expect(text).not.toMatch(/undefined|\{|\}|the cause is not known/);
  });
});
