import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/model/names.js';
import { type GoalStanding, noScorecard } from '../../src/model/scorecard.js';
import { anonymise } from '../../src/roadmap/anonymise/index.js';
import { createMask } from '../../src/roadmap/anonymise/mask.js';
import { letters, neutralNames } from '../../src/roadmap/anonymise/neutral-names.js';
import { initiative, roadmap, sampleDocument } from '../report/roadmap/sample-document.js';

const bare = (id: string) => ({ id, name: null });
const names: Names = {
  organisations: [bare('Harbour Bank')],
  silos: [{ id: 'digital', name: 'Digital' }],
  systems: [
    { id: 'crm', name: 'Customer hub', within: 'digital' },
    { id: 'mailer', name: 'Mailer', within: 'digital' },
  ],
  owners: [{ id: 'ada', name: 'Ada Osei' }],
  flows: [bare('crm-to-mailer')],
  points: [],
  communications: [],
  templates: [],
  channels: [],
  vendors: [],
  files: [bare('logs/sends.csv'), bare('sends.csv')],
  findings: [bare('f00d')],
  kept: ['preference.consent.email', 'contact.email'],
};

describe('neutral names', () => {
  it('number systems within their silo, ids as ids and names as names', () => {
    const mask = createMask(neutralNames(names));
    expect(mask('Map crm-to-mailer from crm (Customer hub) in Digital')).toBe(
      'Map flow-1 from system-a1 (System A1) in silo-a',
    );
  });

  it('leave fields and parts of words alone', () => {
    const mask = createMask(neutralNames({ ...names, systems: [bare('email'), bare('core')] }));
    expect(mask('score preference.consent.email by core.')).toBe(
      'score preference.consent.email by system-x2.',
    );
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('count %i as %s', (place, letter) => {
    expect(letters(place)).toBe(letter);
  });

  it('leave no known name in any text', () => {
    const name = fc
      .stringMatching(/^[a-zA-Z0-9.+()*\-_ ]{1,12}$/u)
      .filter((text) => /^\S.*\S$|^\S$/u.test(text));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(5), { maxLength: 8 }),
        (ids, places) => {
          const known = ids.filter(
            (id) => /^[a-z]{4,}$/iu.test(id) && !/^(system|flow|silo|file)/iu.test(id),
          );
          const mask = createMask(neutralNames({ ...names, silos: [], systems: ids.map(bare) }));
          const text = mask(
            places.map((place) => known[place % Math.max(1, known.length)] ?? '').join(' to '),
          );
          for (const one of known) expect(text.split(/[^\p{L}\p{N}]+/u)).not.toContain(one);
        },
      ),
    );
  });
});

describe('an anonymised document', () => {
  const spoken = initiative({
    id: 'workshop:ask-berta',
    kind: 'workshop',
    basis: 'workshop',
    title: 'Ask Berta of Harbour',
    what: 'Berta knows.',
  });
  const plan = roadmap([initiative(), spoken]);
  const goal: GoalStanding = {
    id: 'g',
    title: 'What Gerda wants',
    measure: 'delivery_rate',
    about: 'ecosystem',
    target: 0.9,
    by: null,
    sponsor: 'Gerda',
    value: null,
    met: null,
  };
  const scorecard = { ...noScorecard, goals: [goal] };
  const document = anonymise(
    sampleDocument({
      roadmap: {
        ...plan,
        workshop: [
          {
            id: 'ask-berta',
            title: 'Ask Berta',
            message: 'Berta knows.',
            remediation: 'Ask Berta.',
            severity: 'low',
            source: 'Berta',
          },
        ],
        today: { ...plan.today, scorecard },
        waves: plan.waves.map((wave) => ({
          ...wave,
          initiatives: [spoken.id],
          after: { ...wave.after, scorecard },
        })),
      },
      scorecard,
      logo: { type: 'svg', bytes: new Uint8Array(), ratio: 1 },
    }),
    names,
  );
  const text = JSON.stringify(document);

  it.each([
    'Harbour',
    'crm',
    'Customer hub',
    'Mailer',
    'Digital',
    'Ada',
    'sends.csv',
    'f00d',
    'Berta',
    'Gerda',
    'abab',
  ])('says nothing of %s', (name) => {
    expect(text).not.toMatch(new RegExp(name, 'iu'));
  });

  it('calls findings of a workshop by their number wherever they are named', () => {
    const { waves, initiatives, workshop } = document.roadmap;
    expect(workshop.map(({ id }) => id)).toEqual(['finding-1']);
    expect(initiatives[1]?.id).toBe('workshop:finding-1');
    expect(waves[0]?.initiatives).toEqual(['workshop:finding-1']);
  });

  it('keeps what says nothing of anybody, and leaves the logo out', () => {
    expect(document.logo).toBeNull();
    expect(document.roadmap.initiatives[0]).toMatchObject({
      kind: 'add_flow',
      fields: ['preference.consent.email'],
      id: 'add_flow:system-a1>system-a2',
    });
    expect(document.title).toBe('Roadmap of Organisation');
  });
});
