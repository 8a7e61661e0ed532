import { expect, test } from 'vitest';
import type { FactContext } from '../../../src/facts/context.js';
import { computePlaces } from '../../../src/facts/places/index.js';
import { computePreferenceFacts } from '../../../src/facts/preferences/index.js';
import type { Query, Row, Store } from '../../../src/store/store.js';
import { computeOver, system } from '../compute.js';

const point = (id: string, system_id: string, channel: string, offers: string | null, more: Row = {}) => ({
  collection_point_id: id,
  name: id,
  system_id,
  channel,
  process: 'service',
  offers_scopes: offers,
  ...more,
});
const asks = (id: string, field: string) => ({ collection_point_id: id, field });
const message = (id: string, comm_type: string, legal_basis = 'consent') => ({
  communication_id: id,
  name: id,
  comm_type,
  lob: 'cards',
  legal_basis,
});
const key = { key_type: 'customer_no' };
const send = (
  n: number,
  system_id: string,
  communication_id: string,
  comm_type: string,
  channel: string,
) => ({
  ...key,
  message_key: `${system_id}-${communication_id}-${n}`,
  system_id,
  communication_id,
  comm_type,
  lob: 'cards',
  channel,
  subject_key: `c${n}`,
  sent_at: '2026-03-01 10:00:00',
});
const customer = (system_id: string, n: number) => ({ ...key, system_id, subject_key: `c${n}` });
const shared = {
  identity: { shared_keys: [{ key_type: 'customer_no', systems: ['app', 'core', 'shop'] }] },
};

/** Offers by e-mail and push to 1, by e-mail to 2 and to 3, whom the shop alone knows; a panel to 2. */
const world = {
  systems: ['app', 'core', 'shop'].map(system),
  communications: [message('offers', 'marketing/offers'), message('panel', 'survey/panel')],
  collection_points: [
    point('app-settings', 'app', 'in_app', '*/marketing/push'),
    point('web-settings', 'core', 'web', 'cards/marketing/email'),
    point('opening', 'core', 'branch', '*/survey/email', { process: 'onboarding' }),
  ],
  collection_point_fields: [asks('app-settings', 'preference.consent.push')],
  customers: [customer('core', 1), customer('app', 1), customer('core', 2), customer('shop', 3)],
  sends: [
    send(1, 'core', 'offers', 'marketing/offers', 'email'),
    send(1, 'app', 'offers', 'marketing/offers', 'push'),
    send(2, 'core', 'offers', 'marketing/offers', 'email'),
    send(2, 'core', 'panel', 'survey/panel', 'email'),
    send(3, 'shop', 'offers', 'marketing/offers', 'email'),
  ],
};

async function compute(store: Query, context: FactContext): Promise<void> {
  await computePreferenceFacts(store as Store, context);
  await computePlaces(store, context);
}

async function factsOf(
  rows: Readonly<Record<string, readonly Row[]>>,
  ...questions: readonly (readonly [columns: string, fact: string])[]
): Promise<string[][]> {
  const store = await computeOver(rows, compute, shared);
  const answers: string[][] = [];
  for (const [columns, fact] of questions) {
    const found = await store.all(`SELECT ${columns} FROM ${fact} ORDER BY ALL`);
    answers.push(found.map((row) => Object.values(row).join(' ')));
  }
  store.close();
  return answers;
}

test('scopes in use state where they can be refused, and persons how many places they need for theirs', async () => {
  const [scopes, needs, hard] = await factsOf(
    world,
    ['comm_type, channel, places, places_at_start, persons, messages', 'fact_consent_scopes'],
    ['places, out_of_reach, persons, points', 'fact_places_to_choose'],
    ['*', 'fact_harder_out'],
  );
  expect(scopes).toEqual([
    'marketing/offers email web-settings  3 3',
    'marketing/offers push app-settings  1 1',
    'survey/panel email  opening 1 1',
  ]);
  expect(needs).toEqual(['0 true 1 ', '1 true 1 web-settings', '2 false 1 app-settings|web-settings']);
  expect(hard).toEqual([]);
});

test('what nobody may refuse needs no place, and without a word about offers nothing is said', async () => {
  const duties = world.communications.map((one) => ({ ...one, legal_basis: 'legal_obligation' }));
  const scopes = ['*', 'fact_consent_scopes'] as const;
  expect(await factsOf({ ...world, communications: duties }, scopes)).toEqual([[]]);
  const silent = world.collection_points.map((one) => ({ ...one, offers_scopes: null }));
  expect(await factsOf({ ...world, collection_points: silent }, scopes)).toEqual([[]]);
});

test('a point that asks for consent and does not say what it offers leaves its channel open', async () => {
  const form = [...world.collection_points, point('form', 'core', 'web', null)];
  const fields = [...world.collection_point_fields, asks('form', 'preference.consent.email')];
  const [scopes, needs] = await factsOf(
    { ...world, collection_points: form, collection_point_fields: fields },
    ['comm_type, places_unsure', 'fact_consent_scopes'],
    ['places, out_of_reach, persons', 'fact_places_to_choose'],
  );
  expect(scopes).toContain('survey/panel form');
  expect(needs).toEqual(['0 true 1', '1 false 1', '2 false 1']);
});

test('consent is harder to take back where the easiest way out takes more than the way in', async () => {
  const hard = {
    ...world,
    collection_points: [
      point('form', 'core', 'web', '*/survey/email', { process: 'onboarding' }),
      point('desk', 'core', 'branch', '*/survey/email'),
      point('hotline', 'core', 'phone', '*/survey/email'),
      point('web-settings', 'core', 'web', '*/marketing/*'),
    ],
    collection_point_fields: [
      asks('form', 'preference.consent.email'),
      asks('web-settings', 'preference.consent.email'),
    ],
  };
  const columns = 'collection_point_id, field, channel_in, scope, points_out, channel_out';
  expect(await factsOf(hard, [columns, 'fact_harder_out'])).toEqual([
    ['form preference.consent.email web cards/survey/panel/email hotline phone'],
  ]);
});
