import { describe, expect, it } from 'vitest';
import { importArchiMate } from '../../../src/sources/imports/archimate/import.js';
import { faultsOf, fixture, leftOutOf, linesOf } from './rows.js';

const texts = await fixture('archimate');
const [older, drawn, newer] = importArchiMate(texts, { directions: {} }).map((one) => [one] as const);
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

describe('an ArchiMate model of version 3.1 with views', () => {
  it('lets flows that part at a junction go on behind it, under the name they came with', () => {
    expect(linesOf(drawn!, 'flows').slice(0, 2)).toEqual([
      `m31-r2 > m31-r3, m31-policy, m31-letters @24${relation}[2]`,
      `m31-r2 > m31-r4, m31-policy, m31-sms @24${relation}[2]`,
    ]);
    expect(linesOf(drawn!, 'flow_fields').slice(0, 2)).toEqual([
      `m31-r2 > m31-r3, premium due, premium due, identity @24${relation}[2]`,
      `m31-r2 > m31-r4, premium due, premium due, identity @24${relation}[2]`,
    ]);
  });

  it('makes of data that two write and read a flow in each direction', () => {
    expect(linesOf(drawn!, 'flows').slice(2)).toEqual([
      `m31-address: m31-policy > m31-portal, m31-policy, m31-portal @27${relation}[5]`,
      `m31-address: m31-portal > m31-policy, m31-portal, m31-policy @28${relation}[6]`,
    ]);
  });

  it('takes names in the language that comes first, and nothing from what is drawn or filed', () => {
    expect(linesOf(drawn!, 'systems').map((line) => line.split(' @')[0])).toEqual([
      'm31-policy, Policy Core',
      'm31-portal, Portal',
      'm31-letters, Letters',
      'm31-sms, Text Messages',
    ]);
    expect(leftOutOf(drawn!)).toEqual([
      'element Node: Host @20/model/elements[1]/element[8]',
      `relationship Influence: m31-r7 @29${relation}[7]`,
      `relationship Association: m31-r8 @30${relation}[8]`,
    ]);
  });
});

describe('junctions', () => {
  const flow = (id: string, source: string, target: string) =>
    `<relationship identifier="${id}" xsi:type="Flow" source="${source}" target="${target}"/>`;
  const of = (...flows: string[]) => {
    const systems = ['a', 'b', 'c'].map(
      (id) => `<element identifier="${id}" xsi:type="ApplicationComponent"/>`,
    );
    const signs = ['j', 'k'].map((id) => `<element identifier="${id}" xsi:type="AndJunction"/>`);
    const body = `<elements>${[...systems, ...signs].join('')}</elements><relationships>${flows.join('')}</relationships>`;
    const xml = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    const text = `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" ${xml}>${body}</model>`;
    return importArchiMate([{ file: 'm.xml', text }], { directions: {} });
  };
  const flowsOf = (imported: ReturnType<typeof of>) =>
    linesOf(imported, 'flows').map((line) => line.split(' @')[0]);

  it('join every way in with every way out, over several of them', () => {
    const flows = of(flow('1', 'a', 'j'), flow('2', 'b', 'j'), flow('3', 'j', 'k'), flow('4', 'k', 'c'));
    expect(flowsOf(flows)).toEqual(['1 > 3 > 4, a, c', '2 > 3 > 4, b, c']);
  });

  it('in a circle end the way', () => {
    const flows = of(flow('1', 'a', 'j'), flow('2', 'j', 'k'), flow('3', 'k', 'j'), flow('4', 'k', 'b'));
    expect(flowsOf(flows)).toEqual(['1 > 2 > 4, a, b']);
    expect(leftOutOf(flows).map((line) => line.split(' @')[0])).toEqual(['relationship Flow: 3']);
  });

  it('that lead nowhere are said to be left out', () => {
    const flows = of(flow('1', 'a', 'j'), flow('2', 'k', 'b'));
    expect(flowsOf(flows)).toEqual([]);
    expect(leftOutOf(flows).map((line) => line.split(' @')[0])).toEqual([
      'relationship Flow: 1',
      'relationship Flow: 2',
    ]);
  });
});

describe('what models hold', () => {
  it.each(texts)('is counted whole in $file: used or said to be left out', ({ file, text }) => {
    const [imported] = importArchiMate([{ file, text }], { directions: {} });
    const withoutWords = text.replace(/&lt;.*?&gt;/g, '');
    expect(imported!.items).toBe(withoutWords.match(/<(element|relationship) /g)!.length);
    const applications = withoutWords.match(/xsi:type="ApplicationComponent"/g)!.length;
    expect(linesOf([imported!], 'systems')).toHaveLength(applications);
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
