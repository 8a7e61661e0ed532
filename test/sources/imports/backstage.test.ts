import { describe, expect, it } from 'vitest';
import { importBackstage } from '../../../src/sources/imports/backstage/import.js';
import { fullRef } from '../../../src/sources/imports/backstage/ref.js';
import type { ImportSettings } from '../../../src/sources/imports/types.js';
import { faultsOf, fixture, leftOutOf, linesOf } from './rows.js';

const texts = await fixture('backstage');
const read = (directions: ImportSettings['directions'] = {}) => importBackstage(texts, { directions });
const imported = read();

describe('a Backstage catalog', () => {
  it('makes components and resources systems, in the silo of their system and its domain', () => {
    expect(linesOf(imported, 'silos')).toEqual([
      'domain:default/retail, retail, group:default/team-retail @2',
      'system:default/accounts, Current Accounts, group:default/team-retail, domain:default/retail @9',
    ]);
    expect(linesOf(imported, 'systems')).toEqual([
      'component:default/ledger, Ledger, system:default/accounts, group:default/team-retail, service, true @18',
      'component:default/portal, portal, user:default/guest, website @30',
      'resource:default/ledger-db, ledger-db, group:default/team-retail, database @41',
      'component:default/report-job, report-job @48/spec/dependencyOf/0',
      'api:default/old-feed, old-feed @28/spec/dependsOn/1',
    ]);
  });

  it('makes groups owners, and whoever else owns something', () => {
    expect(linesOf(imported, 'owners')).toEqual([
      'user:default/guest, guest @37/spec/owner',
      'group:default/team-retail, Retail Team, retail@bank.example @60',
    ]);
  });

  it('lets data flow from the provider of an API to its consumer, and to whoever depends on something', () => {
    expect(linesOf(imported, 'flows')).toEqual([
      'resource:default/ledger-db > component:default/ledger, resource:default/ledger-db, component:default/ledger @28/spec/dependsOn/0',
      'resource:default/ledger-db > component:default/report-job, resource:default/ledger-db, component:default/report-job @48/spec/dependencyOf/0',
      'api:default/customers: component:default/ledger > component:default/portal, component:default/ledger, component:default/portal, api @38/spec/consumesApis/0',
      'api:default/old-feed: > component:default/ledger, api:default/old-feed, component:default/ledger, api @28/spec/dependsOn/1',
    ]);
  });

  it('lets the user turn a direction round, or have both', () => {
    const ends = (directions: ImportSettings['directions']) =>
      linesOf(read(directions), 'flows').map((line) =>
        line.replace(/ @.*/, '').split(', ').slice(1, 3).join(' > '),
      );
    expect(ends({ '*': 'write' })).toContain('component:default/portal > component:default/ledger');
    expect(ends({ '*': 'write', 'api:default/customers': 'read' })).toContain(
      'component:default/ledger > component:default/portal',
    );
    const both = ends({ 'resource:default/ledger-db': 'both' });
    expect(both).toContain('component:default/ledger > resource:default/ledger-db');
    expect(both).toContain('resource:default/ledger-db > component:default/ledger');
  });

  it('says what has no place in the inventory', () => {
    expect(leftOutOf(imported)).toEqual([
      'subcomponentOf: component:default/portal @39/spec/subcomponentOf',
      'kind Template: template:default/new-service @69',
    ]);
    expect(imported[0]?.items).toBe(8);
  });

  const broken: [what: string, text: string, faults: string[]][] = [
    [
      'no name',
      'apiVersion: a\nkind: Component\nmetadata: {}\n',
      ['c.yaml:3 /metadata/name c.yaml cannot be read: /metadata/name is missing'],
    ],
    [
      'a list that is none, in the second document',
      'apiVersion: a\nkind: API\nmetadata: { name: x }\n---\napiVersion: a\nkind: Component\nmetadata: { name: y }\nspec:\n  consumesApis: x\n',
      ['c.yaml:9 /spec/consumesApis c.yaml cannot be read: /spec/consumesApis is text where a list belongs'],
    ],
  ];
  it.each(broken)('is refused with line and pointer: %s', (_, text, faults) => {
    expect(faultsOf(() => importBackstage([{ file: 'c.yaml', text }], { directions: {} }))).toEqual(faults);
  });
});

describe('a reference of Backstage', () => {
  const defaults = { kind: 'component', namespace: 'bank' };
  it.each([
    ['portal', 'component:bank/portal'],
    ['API:Portal', 'api:bank/portal'],
    ['other/portal', 'component:other/portal'],
    ['resource:other/db', 'resource:other/db'],
  ])('%s is %s in full', (ref, full) => {
    expect(fullRef(ref, defaults)).toBe(full);
  });
});
