import { covers } from '../../../graph/index.js';
import { toMs } from '../../../store/dialect.js';
import type { Query, Value } from '../../../store/store.js';
import { joinPerson } from '../../identity/subjects.js';

/** `Credit Card (Gold)` → `credit_card_gold`: product names as field paths spell them. */
export const productKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/gu, '');

const offering = ['offer', 'offers', 'sell', 'cross_sell', 'upsell'];

type Offer = { communication: string; field: string; purpose: string };

/** Creates `work_offers(communication_id, product)`: what communications say they offer; how many. */
async function createOffers(store: Query): Promise<number> {
  const named = await store.all<Offer>(
    `SELECT DISTINCT communication_id AS communication, field, purpose FROM std_communication_fields
     WHERE purpose IS NOT NULL ORDER BY 1, 2, 3`,
  );
  const offers = named.filter(
    ({ field, purpose }) =>
      field !== 'product' && covers('product', field) && offering.includes(productKey(purpose)),
  );
  await store.run('CREATE TABLE work_offers (communication_id VARCHAR, product VARCHAR)');
  const rows = offers.map((one): Value[] => [
    one.communication,
    productKey(one.field.slice('product.'.length)),
  ]);
  if (rows.length > 0) await store.insert('work_offers', ['communication_id', 'product'], rows);
  return rows.length;
}

/** Creates `work_products(name, product)`: what customer records call the products. */
async function createProducts(store: Query): Promise<void> {
  const names = await store.all<{ name: string }>(
    'SELECT DISTINCT product AS name FROM std_customers WHERE product IS NOT NULL ORDER BY name',
  );
  await store.run('CREATE TABLE work_products (name VARCHAR, product VARCHAR)');
  const rows = names.map(({ name }): Value[] => [name, productKey(name)]);
  if (rows.length > 0) await store.insert('work_products', ['name', 'product'], rows);
}

const held = `
  CREATE TABLE work_products_held AS
  SELECT w.person_id, p.product, c.system_id, coalesce(${toMs('c.opened_at')}, 0) AS from_ms,
         ${toMs('c.closed_at')} AS until_ms
  FROM std_customers c JOIN work_products p ON p.name = c.product ${joinPerson('c')}
  WHERE p.product IN (SELECT product FROM work_offers)`;

const offered = `
  work_send_rows s JOIN work_send_routes r ON r.route_id = s.route_id
  JOIN work_offers o ON o.communication_id = r.communication_id`;

const hits = `
  SELECT s.person_id, r.system_id, r.communication_id, r.channel, o.product, h.system_id AS known_in, s.unit_cost, s.code
  FROM ${offered} JOIN work_products_held h ON h.person_id = s.person_id AND h.product = o.product
  WHERE h.from_ms < s.at_ms AND (h.until_ms IS NULL OR h.until_ms > s.at_ms)`;

/** Offers of a product to persons who had it. */
export async function findOffersHeld(store: Query): Promise<void> {
  if ((await createOffers(store)) > 0) {
    await createProducts(store);
    await store.run(`${held};
      CREATE TABLE work_offer_hits AS ${hits};
      INSERT INTO work_known_unused
      SELECT 'offer_held', min(person_id), min(system_id), min(communication_id), min(channel), min(product),
             bool_or(known_in = system_id), min(unit_cost), code
      FROM work_offer_hits GROUP BY code;
      INSERT INTO work_tellable
      SELECT 'offer_held', r.communication_id, r.channel, count(DISTINCT s.code) FROM ${offered} GROUP BY 1, 2, 3;
      INSERT INTO work_knowers
      SELECT DISTINCT 'offer_held', communication_id, channel, known_in FROM work_offer_hits;
      DROP TABLE work_products_held; DROP TABLE work_offer_hits; DROP TABLE work_products`);
  }
  await store.run('DROP TABLE work_offers');
}
