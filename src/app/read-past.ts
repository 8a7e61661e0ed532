import { createHash } from 'node:crypto';
import { entryRules } from '../findings/baseline/entry-findings.js';
import { parseBaseline } from '../findings/baseline/read.js';
import type { Past } from '../findings/context.js';
import { assertSameEcosystem, parseSnapshot } from '../findings/history/read-snapshot.js';
import type { Manifest } from '../model/manifest.js';
import type { AcceptancePolicy } from '../model/policy.js';

/** A text somebody named, with its name without the folder. */
export interface Given {
  readonly file: string;
  readonly text: string;
}

export interface PastRequest {
  /** `today`, `2026-11-22`, decides what has expired; nothing else looks at it. */
  readonly baseline?: Given & { readonly today: string };
  /** An earlier snapshot. */
  readonly against?: Given;
}

type Read = Pick<Past, 'baseline' | 'snapshot'>;

/** What a run is compared with, read and checked, and its entry in the manifest. */
export interface ReadPast {
  readonly past: Read;
  readonly manifest: Pick<Manifest, 'baseline' | 'against'>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A baseline read and checked, and its entry in the manifest. */
export function readBaseline(given: PastRequest['baseline']): {
  past: Pick<Past, 'baseline'>;
  entry: Manifest['baseline'];
} {
  if (!given) return { past: {}, entry: null };
  const { file, text, today } = given;
  const read = parseBaseline(file, text);
  const entries = read.baseline.entries.length;
  return { past: { baseline: { read, today } }, entry: { file, sha256: sha256(text), entries, today } };
}

function readSnapshot(given: PastRequest['against']): {
  past: Pick<Past, 'snapshot'>;
  entry: Manifest['against'];
} {
  if (!given) return { past: {}, entry: null };
  const { file, text } = given;
  const snapshot = parseSnapshot(file, text);
  return { past: { snapshot }, entry: { file, sha256: sha256(text), as_of: snapshot.manifest.as_of } };
}

/** Reads baseline and snapshot before any other work; throws what is wrong with them. */
export function readPast(request: PastRequest): ReadPast {
  const [baseline, snapshot] = [readBaseline(request.baseline), readSnapshot(request.against)];
  return {
    past: { ...baseline.past, ...snapshot.past },
    manifest: { baseline: baseline.entry, against: snapshot.entry },
  };
}

/** Throws when the baseline or the snapshot is of another ecosystem. */
export function assertOwnPast({ past, manifest }: ReadPast, ecosystem: string): void {
  const { baseline } = past;
  if (baseline) assertSameEcosystem(baseline.read.file, baseline.read.baseline.ecosystem, ecosystem);
  if (manifest.against && past.snapshot)
    assertSameEcosystem(manifest.against.file, past.snapshot.ecosystem, ecosystem);
}

/** The two rules about the baseline itself, as the manifest names them; they are asked where a baseline is given. */
export const baselineRules = (
  { since, stale, expired }: AcceptancePolicy,
  { baseline }: Pick<Manifest, 'baseline'>,
): Manifest['rules'] =>
  baseline === null
    ? []
    : (
        [
          ['expired', expired],
          ['stale', stale],
        ] as const
      ).map(([kind, texts]) => ({
        id: entryRules[kind],
        title: texts.title,
        aliases: [],
        since,
        sha256: sha256(JSON.stringify(texts)),
        needs: [],
        off: null,
        parameters: {},
      }));
