import type { Query } from '../../store/store.js';

/** How long messages were sent, and in which money their cost is given. */
export interface Sending {
  /** Days from the first message to the last, both counted; null when there is none. */
  readonly days: number | null;
  /** ISO 4217; null when channels state none, or several. */
  readonly currency: string | null;
}

const days = `
  SELECT date_diff('day', CAST(min(sent_at) AS DATE), CAST(max(sent_at) AS DATE)) + 1 AS days
  FROM std_sends ORDER BY 1`;
const currencies = `SELECT DISTINCT currency FROM std_channels WHERE coalesce(currency, '') <> '' ORDER BY 1`;

/** Reads it from the messages; one scan of their times. */
export async function readSending(store: Query): Promise<Sending> {
  const [span] = await store.all<{ days: number | null }>(days);
  const money = await store.all<{ currency: string }>(currencies);
  return {
    days: span?.days === null || span === undefined ? null : Number(span.days),
    currency: money.length === 1 ? money[0]!.currency : null,
  };
}
