import { describe, expect, test } from 'vitest';
import { proposeSingle } from '../../src/roadmap/propose/index.js';
import { finding, flow, ground } from './ground.js';

const proposed = (given: Parameters<typeof ground>[0]) => proposeSingle(ground(given)).others;
const idsOf = (given: Parameters<typeof ground>[0]) => proposed(given).map(({ id }) => id);
const role = (systemId: string, field: string, what: string) => ({
  systemId,
  field,
  role: what,
  agentCanEdit: false,
});

describe('collection', () => {
  const points = [{ id: 'form', systemId: 'shop', fields: ['contact.email', 'person'], scopes: [] }];

  test('what is asked again is shown instead, at the path that asks for it', () => {
    const [one] = proposed({
      points,
      gaps: {
        findings: [
          finding('collection/asked-again', 'point:form/person.name', { field: 'person.name' }),
          finding('collection/asked-again', 'point:form/contact.email', { field: 'contact.email' }),
        ],
      },
    });
    expect(one).toMatchObject({ id: 'prefill_point:form', fields: ['contact.email', 'person.name'] });
    expect(one!.aims).toHaveLength(2);
    expect(one!.edits).toEqual([
      {
        set: 'collection_point_fields',
        where: { collection_point_id: 'form', field: 'contact.email' },
        to: { prefilled: true },
      },
      {
        set: 'collection_point_fields',
        where: { collection_point_id: 'form', field: 'person' },
        to: { prefilled: true },
      },
    ]);
  });

  test('a question that nobody needs goes, but not with others that its path asks as well', () => {
    const unused = (field: string) => finding('collection/never-used', `point:form/${field}`, { field });
    expect(idsOf({ points, gaps: { findings: [unused('contact.email')] } })).toEqual(['retire_point:form']);
    expect(idsOf({ points, gaps: { findings: [unused('person.name')] } })).toEqual([]);
  });

  test('systems that collect apart hear of it from the master', () => {
    const given = {
      systems: ['a', 'b'],
      roles: [role('a', 'x', 'collects'), role('b', 'x', 'collects'), role('b', 'x', 'masters')],
      gaps: { findings: [finding('collection/collected-twice', 'field:x')] },
    };
    expect(idsOf(given)).toEqual(['add_flow:b>a']);
  });

  test('what is not found asks for nothing', () => {
    expect(idsOf({ points, gaps: {} })).toEqual([]);
  });
});

describe('feedback', () => {
  const missing = finding('feedback/missing', 'pair:gateway>crm/outcome.bounced');
  const gap = { outcome: 'outcome.bounced', from: 'gateway', to: 'crm', latency: null };

  test('a flow that leads there carries the outcome too', () => {
    const [one] = proposed({
      flows: [flow('f', 'gateway', 'crm', ['outcome.returned'])],
      gaps: { findings: [missing], loops: [{ ...gap, mend: 'extend', flows: ['f'] }] },
    });
    expect(one).toMatchObject({ id: 'close_loop:gateway>crm', effort: 1, flows: ['f'] });
    expect(one!.edits).toMatchObject([
      { add: 'flow_fields', row: { flow_id: 'f', source_field: 'outcome.bounced' } },
    ]);
  });

  test('where none leads, one is built', () => {
    const [one] = proposed({
      systems: ['gateway', 'crm'],
      gaps: { findings: [missing], loops: [{ ...gap, mend: 'connect', flows: [] }] },
    });
    expect(one).toMatchObject({ effort: 4, flows: ['new-gateway-crm'] });
  });

  test('a slow flow is sped up by what the rest of the way leaves of the agreed time', () => {
    const slow = flow('f', 'gateway', 'crm', ['outcome.bounced'], 200_000);
    const [one] = proposed({
      flows: [slow],
      gaps: {
        findings: [missing],
        loops: [{ ...gap, latency: 210_000, mend: 'hasten', flows: ['f'] }],
      },
    });
    expect(one!.edits).toEqual([
      { set: 'flows', where: { flow_id: 'f' }, to: { latency: 'PT76400S', schedule: null } },
    ]);
  });

  test('outcomes that a vendor keeps are fetched by who has the messages sent', () => {
    const [one] = proposed({
      flows: [flow('out', 'gateway', 'portal', ['outcome.bounced'])],
      gaps: {
        findings: [finding('feedback/ends-outside', 'flow:out')],
        ends: [
          {
            flow: 'out',
            from: 'gateway',
            place: 'portal',
            outcomes: ['outcome.bounced'],
            communications: ['news'],
          },
        ],
        steps: [
          { communication: 'news', lob: 'retail', channel: '', ordinal: 1, system: 'crm', kind: 'process' },
        ],
        silos: new Map([['gateway', 'output']]),
      },
    });
    expect(one).toMatchObject({ id: 'close_loop:portal>crm', systems: ['portal', 'crm'] });
    expect(one!.edits[0]).toMatchObject({ add: 'systems', row: { system_id: 'portal', silo_id: 'output' } });
  });
});

describe('flows', () => {
  test('a way over a system that ends is led round it, straight or over a system that has half of it already', () => {
    const flows = [
      flow('in', 'a', 'old', ['x']),
      flow('out1', 'old', 'b', ['x']),
      flow('out2', 'old', 'c', ['x']),
      flow('there', 'a', 'hub', ['x']),
      flow('there too', 'hub', 'b', ['y']),
    ];
    const [bypass, retire] = proposed({
      flows,
      gaps: { findings: [finding('flow/single-point', 'system:old')], ending: ['old'] },
    });
    expect(bypass).toMatchObject({ id: 'bypass_system:old', flows: ['new-a-b', 'new-a-c'], dependsOn: [] });
    expect(retire).toMatchObject({ id: 'retire_system:old', dependsOn: ['bypass_system:old'] });
    expect(retire!.edits).toContainEqual({ remove: 'flows', where: { flow_id: 'out2' } });
  });

  test('of two masters the one whose values the other gets is believed first', () => {
    const [one] = proposed({
      flows: [flow('f', 'b', 'a', ['x'])],
      gaps: {
        findings: [finding('flow/two-masters', 'field:x')],
        masters: [{ field: 'x', lob: '*', systems: ['a', 'b'] }],
      },
      authorities: [{ field: 'x', systemId: 'a', rank: 1 }],
    });
    expect(one!.edits).toEqual([
      { add: 'authorities', row: { field: 'x', system_id: 'b', rank: 1 } },
      { set: 'authorities', where: { field: 'x', system_id: 'a' }, to: { rank: 2 } },
    ]);
  });

  test('a circle is broken by the flow found, unless the flow would lose more than the field', () => {
    const circle = (fields: string[]) => ({
      flows: [flow('f', 'a', 'b', fields)],
      gaps: {
        findings: [finding('flow/circular-masters', 'field:p.x')],
        circles: [{ field: 'p.x', flows: ['f'] }],
      },
    });
    expect(idsOf(circle(['p.x']))).toEqual(['break_circle:p.x']);
    expect(idsOf(circle(['p']))).toEqual([]);
  });

  test('a flow that does not do what it is said to is looked into; no change of the inventory shows it', () => {
    const [one] = proposed({
      flows: [flow('f', 'a', 'b', ['x'])],
      gaps: { findings: [finding('flow/broken', 'flow:f')] },
    });
    expect(one).toMatchObject({ id: 'mend_flow:f', edits: [] });
  });
});

describe('engines', () => {
  const step = (communication: string, system: string, kind: string, ordinal: number) => ({
    communication,
    lob: 'retail',
    channel: 'email',
    ordinal,
    system,
    kind,
  });

  test('the one that makes most messages keeps them all, with the flows it needs', () => {
    const [one] = proposed({
      flows: [flow('1', 'core', 'small', ['document']), flow('2', 'small', 'gateway', ['document'])],
      systems: ['big'],
      gaps: {
        findings: [
          finding('delivery/many-engines', 'lob:retail/email', {
            lob: 'retail',
            system_ids: ['big', 'small'],
          }),
        ],
        steps: [
          step('a', 'big', 'composition', 2),
          step('b', 'big', 'composition', 2),
          step('c', 'core', 'process', 1),
          step('c', 'small', 'composition', 2),
          step('c', 'gateway', 'delivery', 3),
        ],
      },
    });
    expect(one).toMatchObject({
      id: 'consolidate_senders:retail/email',
      systems: ['big', 'small'],
      flows: ['new-big-gateway', 'new-core-big'],
    });
    expect(one!.edits.at(-1)).toEqual({
      set: 'communication_steps',
      where: { communication_id: 'c', system_id: 'small', kind: 'composition', channel: 'email' },
      to: { system_id: 'big' },
    });
  });
});
