import { describe, expect, it } from 'vitest';
import { rootsOf } from '../../src/findings/roots.js';
import type { Finding } from '../../src/model/finding.js';
import type { Rule } from '../../src/model/rule.js';
import { sampleRule } from './samples.js';

const rule = (id: string, kind?: string): Rule =>
  sampleRule(
    id,
    ['harm'],
    kind === undefined ? {} : { affected: { lookup: 'conflicts', with: { class: kind } } },
  );
const rules = [
  rule('p/hard', 'hard'),
  rule('p/violation', 'violation'),
  rule('flow/one-way'),
  rule('collection/x'),
];

const finding = (fingerprint: string, id: string, subject: string, more: Partial<Finding> = {}): Finding => ({
  fingerprint,
  rule: id,
  subject,
  title: 'A sample',
  case: 'harm',
  harm: 'harm',
  severity: 'high',
  confidence: 'certain',
  message: 'A sample.',
  remediation: 'Mend it.',
  cause: 'no_flow',
  persons: null,
  messages: null,
  args: {},
  evidence: [],
  path: [],
  owners: [],
  due: null,
  status: null,
  suppression: null,
  ...more,
});

describe('roots of findings', () => {
  it('group what one mending in one system puts right, each person counted once', () => {
    const findings = [
      finding('1', 'p/violation', 'pair:core>mail/f', { severity: 'critical' }),
      finding('2', 'p/hard', 'pair:core>mail/f'),
      finding('3', 'p/hard', 'pair:app>mail/f'),
      finding('4', 'p/hard', 'pair:core>loans/f'),
    ];
    const signatures = [
      { signature: 'hard core>mail/f;violation core>mail/f', persons: 5, messages: 7 },
      { signature: 'hard app>mail/f;hard core>mail/f', persons: 3, messages: 0 },
      { signature: 'hard core>loans/f;hard core>mail/f', persons: 2, messages: 0 },
    ];
    expect(rootsOf(findings, rules, signatures)).toEqual([
      {
        cause: 'no_flow',
        system_id: 'mail',
        severity: 'critical',
        persons: 10,
        messages: 7,
        findings: ['1', '2', '3'],
      },
      { cause: 'no_flow', system_id: 'loans', severity: 'high', persons: 2, messages: 0, findings: ['4'] },
    ]);
  });

  it('mend a narrow offer where it is made, everything else where it should arrive', () => {
    const findings = [
      finding('1', 'p/hard', 'pair:cards>loans/f', { cause: 'scope_too_narrow' }),
      finding('2', 'p/hard', 'pair:cards>loans/g', { cause: 'lost' }),
    ];
    expect(rootsOf(findings, rules, []).map(({ cause, system_id }) => `${cause} ${system_id}`)).toEqual([
      'scope_too_narrow cards',
      'lost loans',
    ]);
  });

  it('take a flow that loses what it should bring together with the choices it lost', () => {
    const findings = [
      finding('1', 'p/hard', 'pair:app>desk/f', { cause: 'lost' }),
      finding('2', 'flow/broken', 'flow:hub-to-desk', { cause: 'lost', path: ['hub', 'desk'] }),
    ];
    expect(rootsOf(findings, rules, []).map(({ system_id, findings: list }) => [system_id, list])).toEqual([
      ['desk', ['1', '2']],
    ]);
  });

  it('take a one-way flow together with the choices its giver never heard of', () => {
    const findings = [
      finding('1', 'p/hard', 'pair:app>core/f', { cause: 'one_way' }),
      finding('2', 'flow/one-way', 'flow:core-to-app', {
        cause: 'one_way',
        path: ['core', 'app'],
        severity: 'medium',
      }),
    ];
    expect(rootsOf(findings, rules, []).map(({ system_id, findings: list }) => [system_id, list])).toEqual([
      ['core', ['1', '2']],
    ]);
  });

  it('leave out what has no cause and what is about no pair', () => {
    const findings = [
      finding('1', 'p/hard', 'pair:a>b/f', { cause: null }),
      finding('2', 'collection/x', 'point:p/f', { cause: 'lost' }),
    ];
    expect(rootsOf(findings, rules, [])).toEqual([]);
  });
});
