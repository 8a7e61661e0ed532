import { covers } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
import type { Query } from '../../store/store.js';
import { readAsked } from '../collection/points.js';
import { rowCode } from '../evidence.js';

/** A scope of choice: a place on each of three axes, `*` for all of one. */
export interface Scope {
  readonly lob: string;
  readonly commType: string;
  readonly channel: string;
}

/** A collection point as a place to choose. */
export interface Place {
  readonly id: string;
  readonly system: string;
  /** Of the system; empty when not known. */
  readonly lobs: readonly string[];
  readonly channel: string;
  /** 1 by oneself, 2 by a call, 3 on paper or in person; empty when the channel is not known. */
  readonly effort: number | undefined;
  /** Only there when the relationship begins. */
  readonly isFirst: boolean;
  /** What can be given and taken back here; empty when the inventory does not say. */
  readonly offers: readonly Scope[] | undefined;
  /** Consent asked here, by leaf field. */
  readonly asks: readonly string[];
  readonly persons: number | null;
  readonly codes: readonly number[];
}

const firstContact = 'onboarding';
const efforts: Readonly<Record<string, number>> = {
  web: 1,
  in_app: 1,
  email: 1,
  sms: 1,
  whatsapp: 1,
  push: 1,
  phone: 2,
  branch: 3,
  post: 3,
};

const consent = 'preference.consent';

/** Whether a field path says something about consent on a channel. */
export const isConsentOn = (field: string, channel: string): boolean =>
  covers(field, `${consent}.${channel}`);

/** `cards/marketing/offers/email` → line, purpose, channel; the first part is the line, the last one the channel. */
function parseScopes(scopes: string | null): Scope[] | undefined {
  if (scopes === null || scopes.trim() === '') return undefined;
  return scopes.split('|').flatMap((scope) => {
    const parts = scope.trim().split('/');
    if (parts.length < 3) return [];
    return [{ lob: parts[0]!, commType: parts.slice(1, -1).join('/'), channel: parts.at(-1)! }];
  });
}

const onAxis = (offered: string, used: string): boolean =>
  offered === '*' || offered === used || used.startsWith(`${offered}/`);

/** An offer covers what is at its place or below it on every axis. */
export const isOffered = (offer: Scope, used: Scope): boolean =>
  onAxis(offer.lob, used.lob) && onAxis(offer.commType, used.commType) && onAxis(offer.channel, used.channel);

/** All collection points, with the consent they ask for. */
export async function readPlaces(store: Query, graph: EcosystemGraph): Promise<Place[]> {
  const rows = await store.all<{
    id: string;
    system: string;
    lobs: string | null;
    channel: string | null;
    process: string | null;
    persons: number | null;
    offers: string | null;
    code: number;
  }>(
    `SELECT p.collection_point_id AS id, p.system_id AS system, s.lobs, p.channel, p.process,
            p.persons_per_month AS persons, p.offers_scopes AS offers, ${rowCode('p')} AS code
     FROM std_collection_points p
     LEFT JOIN (SELECT system_id, min(lobs) AS lobs FROM std_systems GROUP BY system_id) s ON s.system_id = p.system_id
     ORDER BY id, code`,
  );
  const asked = await readAsked(store, graph);
  const asks = asked.filter(({ field }) => covers(field, consent) || covers(consent, field));
  return rows.map(({ id, system, lobs, channel, process, persons, offers, code }) => ({
    id,
    system,
    persons,
    lobs: (lobs ?? '').split('|').filter((lob) => !['', 'none', '*'].includes(lob)),
    channel: channel ?? '',
    effort: efforts[channel ?? ''],
    isFirst: process === firstContact,
    offers: parseScopes(offers),
    asks: asks.filter(({ point }) => point === id).map(({ field }) => field),
    codes: [code],
  }));
}
