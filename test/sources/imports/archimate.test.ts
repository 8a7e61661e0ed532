import { describe, expect, it } from 'vitest';
import { importArchiMate } from '../../../src/sources/imports/archimate/import.js';
import { faultsOf, fixture, leftOutOf, linesOf } from './rows.js';

const texts = await fixture('archimate');
const [older, newer] = importArchiMate(texts, { directions: {} }).map((one) => [one] as const);
const relation = '/model/relationships[1]/relationship';

describe('an ArchiMate model of version 3', () => {
  it('makes application components systems, what groups them silos, roles behind them owners', () => {
    expect(linesOf(newer!, 'systems')).toEqual([
      'id-crm, CRM, id-sales, id-ann, Example Soft @6/model/elements[1]/element[1]',
      'id-mail, Mailer & Co @13/model/elements[1]/element[2]',
      'id-dwh, Warehouse @14/model/elements[1]/element[3]',
    ]);
    expect(linesOf(newer!, 'silos')).toEqual(['id-sales, Sales @18/model/elements[1]/element[7]']);
    expect(linesOf(newer!, 'owners')).toEqual(['id-ann, Sales desk @19/model/elements[1]/element[8]']);
  });

  it('makes flows of flows, of services of applications, and of data one writes and another reads', () => {
    expect(linesOf(newer!, 'flows')).toEqual([
      `id-r1, id-crm, id-mail, PT4H @23${relation}[1]`,
      `id-r4, id-crm, id-dwh @29${relation}[4]`,
      `id-consent: id-crm > id-dwh, id-crm, id-dwh @31${relation}[6]`,
    ]);
  });

  it('carries the data associated with a flow', () => {
    expect(linesOf(newer!, 'flow_fields')).toEqual([
      `id-r1, E-mail address, E-mail address, identity @23${relation}[1]`,
      `id-consent: id-crm > id-dwh, Consent, Consent, identity @31${relation}[6]`,
    ]);
    expect(linesOf(newer!, 'system_fields')).toEqual([
      `id-crm, Consent, holds @30${relation}[5]`,
      `id-dwh, Consent, consumes @31${relation}[6]`,
    ]);
  });

  it('says what has no place in the inventory', () => {
    expect(leftOutOf(newer!)).toEqual([
      'property kind: a database @6/model/elements[1]/element[1]',
      'element BusinessProcess: Onboarding @20/model/elements[1]/element[9]',
      `relationship Serving: id-r9 @34${relation}[9]`,
    ]);
    expect(newer![0].items).toBe(18);
  });
});

describe('an ArchiMate model of version 2.1', () => {
  it('is read by its older names: labels, UsedBy, types that end in Relationship', () => {
    expect(linesOf(older!, 'systems').map((line) => line.split(' @')[0])).toEqual([
      'old-core, Core',
      'old-print, Print',
    ]);
    expect(linesOf(older!, 'flows')).toEqual([
      `old-r1, old-core, old-print @10${relation}[1]`,
      `old-r2, old-core, old-print @11${relation}[2]`,
    ]);
    expect(linesOf(older!, 'flow_fields')).toEqual([
      `old-r2, statements, statements, identity @11${relation}[2]`,
    ]);
  });

  it('serves the other way where the user says that it is written to', () => {
    const both = importArchiMate(texts.slice(0, 1), { directions: { 'old-core': 'both' } });
    expect(linesOf(both, 'flows').slice(0, 2)).toEqual([
      `old-r1, old-core, old-print @10${relation}[1]`,
      `old-r1 (back), old-print, old-core @10${relation}[1]`,
    ]);
  });
});

describe('a malformed model', () => {
  const model = (body: string) =>
    `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n${body}\n</model>`;
  const a = '<element identifier="a" xsi:type="ApplicationComponent"/>';
  const broken: [what: string, text: string, faults: string[]][] = [
    ['no XML', 'hello', ['m.xml:1  m.xml cannot be read: this is no XML: missing start tag']],
    [
      'tags that do not close',
      model('<elements>'),
      ['m.xml:3  m.xml cannot be read: this is no XML: closing tag mismatch'],
    ],
    [
      'entities',
      `<!DOCTYPE m [<!ENTITY a "b">]>\n${model('')}`,
      ['m.xml:1  m.xml cannot be read: document types are not read'],
    ],
    [
      'something else',
      '<svg/>',
      ['m.xml:1 /svg m.xml cannot be read: the root element is svg of no namespace'],
    ],
    [
      'an element without identifier',
      model('<elements><element xsi:type="DataObject"/></elements>'),
      [
        'm.xml:1 /model/elements[1]/element[1] m.xml cannot be read: /model/elements[1]/element[1] has no identifier',
      ],
    ],
    [
      'an identifier twice',
      model(`<elements>${a}${a}</elements>`),
      [
        'm.xml:2 /model/elements[1]/element[2] m.xml cannot be read: /model/elements[1]/element[2] has an identifier that stands for another element already',
      ],
    ],
    [
      'a relationship to nothing',
      model(
        `<elements>${a}</elements>\n<relationships><relationship identifier="r" xsi:type="Flow" source="a" target="b"/></relationships>`,
      ),
      [
        `m.xml:3 ${relation}[1]/@target m.xml cannot be read: ${relation}[1]/@target names what the model does not have`,
      ],
    ],
  ];
  it.each(broken)('is refused with line and pointer: %s', (_, text, faults) => {
    expect(faultsOf(() => importArchiMate([{ file: 'm.xml', text }], { directions: {} }))).toEqual(faults);
  });
});
