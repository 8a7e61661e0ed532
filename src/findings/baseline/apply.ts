import type { Finding } from '../../model/finding.js';
import type { EntryState } from './states.js';

type Fate = Pick<Finding, 'status' | 'suppression'>;

const isNew: Fate = { status: 'new', suppression: null };

function fateOf(known: EntryState | undefined): Fate {
  if (known?.state === 'outgrown') return { status: 'worse', suppression: null };
  if (known?.state === 'expired') return { status: 'known', suppression: null };
  if (known?.state !== 'stands') return isNew;
  const { reason, owner, created, expires } = known.entry;
  return { status: 'known', suppression: { reason, owner, created, expires } };
}

/** The findings, each new or known to the baseline; what stands accepted is suppressed, and stays in the list. */
export function suppress<F extends Finding>(findings: readonly F[], states: readonly EntryState[]): F[] {
  const known = new Map(
    states.flatMap((state) => ('finding' in state ? [[state.finding.fingerprint, state] as const] : [])),
  );
  return findings.map((finding) => ({ ...finding, ...fateOf(known.get(finding.fingerprint)) }));
}
