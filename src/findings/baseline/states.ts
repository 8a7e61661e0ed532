import type { Acceptance } from '../../model/baseline.js';
import type { Finding } from '../../model/finding.js';
import type { Size } from '../../model/past.js';
import { type Blindness, blindSpotOfSubject, type Estate } from '../history/blind-spot.js';
import { growth, type Limit, sizeOf } from '../history/growth.js';
import { indexByIdentity } from '../history/identity.js';

/**
 * What became of an accepted finding: it stands, has outgrown what was accepted, is past its date, is gone, or was not
 * looked for.
 */
export type EntryState =
  | { readonly state: 'stands'; readonly entry: Acceptance; readonly finding: Finding }
  | {
      readonly state: 'outgrown';
      readonly entry: Acceptance;
      readonly finding: Finding;
      readonly grown: readonly (keyof Size)[];
    }
  | { readonly state: 'expired'; readonly entry: Acceptance; readonly finding: Finding }
  | { readonly state: 'stale'; readonly entry: Acceptance }
  | { readonly state: 'unseen'; readonly entry: Acceptance; readonly spot: Blindness };

export interface Clock {
  /** `2026-11-22`; an entry stands to the end of the day of `expires`. */
  readonly today: string;
  readonly limit: Limit;
}

function stateOf(entry: Acceptance, finding: Finding, { today, limit }: Clock): EntryState {
  const grown = growth(entry.accepted, sizeOf(finding), limit);
  if (grown.length > 0) return { state: 'outgrown', entry, finding, grown };
  return { state: today > entry.expires ? 'expired' : 'stands', entry, finding };
}

/** The state of every entry, in the order of the entries. Matched by identity, never by count. */
export function entryStates(
  { entries }: { readonly entries: readonly Acceptance[] },
  findings: readonly Finding[],
  estate: Estate,
  clock: Clock,
): EntryState[] {
  const found = indexByIdentity(findings, estate.manifest.rules);
  return entries.map((entry) => {
    const finding = found(entry);
    if (finding) return stateOf(entry, finding, clock);
    const spot = blindSpotOfSubject(entry, estate);
    return spot ? { state: 'unseen', entry, spot } : { state: 'stale', entry };
  });
}
