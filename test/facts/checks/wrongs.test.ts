import { expect, test } from 'vitest';
import { figuresOf } from './figures.js';

/** Joint holders, children, attorneys, estates, moves, numbers given out again, rounding, currencies, late bookings, dates put off. */
const figures = await figuresOf(2, 300);

test('among many messages that only look so, those in wrong hands are found, and hardly any other', () => {
  const { planted, found, hits } = figures.wrong_recipient;
  expect(planted).toBeGreaterThan(20);
  expect(hits / found).toBeGreaterThanOrEqual(0.995);
  expect(hits / planted).toBeGreaterThanOrEqual(0.9);
});

test('wrong amounts are found, and hardly any right one', () => {
  const { planted, found, hits } = figures.wrong_amount;
  expect(planted).toBeGreaterThan(15);
  expect(hits / found).toBeGreaterThanOrEqual(0.99);
  expect(hits / planted).toBeGreaterThanOrEqual(0.95);
});

test('figures of somebody else are told from figures that are merely wrong', () => {
  const { planted, surplus, hits } = figures.other_customer_data;
  expect(surplus).toEqual([]);
  expect(hits / planted).toBeGreaterThanOrEqual(0.8);
});

test('of reminders on two channels those that deny each other are found, and no others', () => {
  const { planted, surplus, missed } = figures.contradicts_channel;
  expect(planted).toBeGreaterThan(15);
  expect([surplus, missed]).toEqual([[], []]);
});
