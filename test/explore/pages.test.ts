import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/explore/port.js';
import { UsageError } from '../../src/model/errors.js';
import { richReport } from '../report/fixtures.js';
import { openOn, portOf, recording, typed } from './port.js';

const never = (): Promise<never> => new Promise(() => undefined);
const answers: Answers = {
  persons: async () => ({
    rows: [{ person: 'p-1', system: 'cards', key: '***73', file: 'sends.csv', row: 7 }],
    more: true,
  }),
  triage: never,
  customer: async () => {
    throw new UsageError({ message: 'nobody is known by this key', tips: ['crm:1001'] });
  },
  system: async () => ({
    persons: 1204,
    channels: ['email'],
    communications: ['Statement'],
    points: [],
    fields: [{ role: 'masters', fields: ['contact.email'] }],
  }),
  roadmap: never,
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a page that has to be asked for', () => {
  it('says what is being done, then what came of it', async () => {
    const { keys, screen } = openOn(portOf(undefined, { answers }));
    expect(keys('p')).toContain('Looking up the records …');
    await settled();
    expect(screen()).toContain('the first 1 records of 1 persons');
    expect(screen()).toMatch(/p-1 +cards +\*\*\*73 +sends\.csv:7/);
  });

  it('says why it could not be answered, and the others stay', async () => {
    const { keys, screen } = openOn(portOf(undefined, { answers }));
    keys('t', ...typed('x'), 'enter');
    await settled();
    expect(screen()).toContain('nobody is known by this key');
    expect(keys('escape')).toContain('findings, worst first');
  });

  it('tells what the inventory knows of a system', async () => {
    const { keys, screen } = openOn(portOf(undefined, { answers }));
    keys('3', 'enter');
    await settled();
    expect(screen()).toMatch(/Customers +1\u202f204/);
    expect(screen()).toMatch(/masters +contact\.email/);
  });

  it('computes the roadmap only when told to', () => {
    const { keys } = openOn(portOf(undefined, { answers }));
    expect(keys('6')).toContain('Enter computes the roadmap');
    expect(keys('enter')).toContain('Planning …');
    expect(keys('2', '6')).toContain('Planning …');
  });
});

describe('a snapshot alone', () => {
  it.each([
    ['p', 'Persons cannot be shown'],
    ['5', 'Customers cannot be shown'],
    ['6', 'Initiatives cannot be shown'],
  ])('says on page %s that it needs the ecosystem', (key, title) => {
    expect(openOn(portOf()).keys(key)).toContain(title);
  });

  it('has groups of errors and their causes', () => {
    const { keys } = openOn(portOf());
    expect(keys('4')).toMatch(/\d+ groups? of errors/);
    expect(keys('enter')).toMatch(/Errors +\d/);
  });
});

describe('a form', () => {
  it('asks for reason, end and owner, and hands them on with what is marked', () => {
    const deeds = recording();
    const { keys } = openOn(portOf(undefined, { deeds }));
    keys(' ', ' ', 'x');
    expect(keys(...typed('moves'))).toContain('Why may it stay for now (2 findings): moves');
    expect(keys('enter')).toContain('Until (2 findings): 2026-07-01');
    keys('enter', ...typed('Ann'), 'enter');
    expect(deeds.deeds).toMatchObject([
      ['suppress', { reason: 'moves', expires: '2026-07-01', owner: 'Ann', fingerprints: { length: 2 } }],
    ]);
  });

  it('is left with Esc, and nothing is done', () => {
    const deeds = recording();
    const { keys } = openOn(portOf(undefined, { deeds }));
    keys('o', ...typed('Ann'), 'escape');
    expect(deeds.deeds).toEqual([]);
  });

  it('takes back letters, words and all', () => {
    const { keys, session } = openOn(portOf());
    keys('/', ...typed('severity:high mortgages'), 'backspace');
    expect(session.state.query).toBe('severity:high mortgage');
    keys('ctrl-w');
    expect(session.state.query).toBe('severity:high');
    keys('ctrl-u');
    expect(session.state.query).toBe('');
  });
});

describe('the keys', () => {
  it('are told in full on a narrow terminal', () => {
    const { keys } = openOn(portOf());
    const page = keys('?', 'G');
    expect(page).not.toContain('…');
    expect(page).toContain('undo what was done last');
  });
});

describe('what was decided', () => {
  const [first, second] = richReport.findings;
  const standing = () => ({ assigned: new Set([second!.fingerprint]), done: ['1 finding assigned to Ann'] });

  it('is listed, and each line can be taken back', () => {
    const deeds = { ...recording(), standing };
    const { keys, screen } = openOn(portOf(undefined, { deeds }));
    keys(' ', 'm');
    expect(screen()).toMatch(/Marked 1 .*Assigned 1 .*Done just now {2}u undoes the last/s);
    keys('G', 'k', 'k', 'k', 'O');
    keys('g', 'j', 'X', 'u');
    expect(deeds.deeds).toEqual([
      ['release', [second!.fingerprint]],
      ['withdraw', [first!.fingerprint]],
      ['undo'],
    ]);
    expect(keys('m')).toContain('findings, worst first');
  });

  it('begins with a line that can be taken back at once', () => {
    const deeds = { ...recording(), standing };
    openOn(portOf(undefined, { deeds })).keys(' ', 'm', 'X');
    expect(deeds.deeds).toEqual([['withdraw', [first!.fingerprint]]]);
  });

  it('is nothing at first', () => {
    const { keys } = openOn(portOf({ ...richReport, findings: [first!] }));
    expect(keys('m')).toContain('Nothing is marked, accepted or assigned.');
  });
});

describe('facets', () => {
  it('are chosen from a list that says what each would leave', () => {
    const { keys, session } = openOn(portOf());
    expect(keys('f')).toMatch(/\[ \] +\d+ {2}critical/);
    keys('j', 'enter');
    expect(session.state.query).toMatch(/^severity:\w+$/);
    expect(keys()).toContain('[x]');
    keys('enter');
    expect(session.state.query).toBe('');
  });
});
