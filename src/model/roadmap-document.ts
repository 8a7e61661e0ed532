import type { Severity } from './enums.js';
import type { Input } from './manifest.js';
import type { Roadmap } from './roadmap-report.js';
import type { Scorecard } from './scorecard.js';

/** A point of a picture, in units of about a pixel. */
export interface TwinPoint {
  readonly x: number;
  readonly y: number;
}

/** Demands on one box: changes made elsewhere that it must hear of, and those it hears of in time. */
export interface Heard {
  readonly met: number;
  readonly of: number;
}

/** A system, or a silo, where it stands in both maps; `tomorrow` and `today` are null where it is not on that map. */
export interface TwinBox extends TwinPoint {
  readonly name: string;
  /** Line below the name; empty for none. */
  readonly note: string;
  readonly width: number;
  readonly height: number;
  readonly today: Heard | null;
  readonly tomorrow: Heard | null;
}

/** What of a line stands on one map. `forth` and `back`: something goes that way. */
export interface TwinState {
  readonly forth: boolean;
  readonly back: boolean;
  /** On today's map `missing`: to be built; on tomorrow's `new` or `changed`. */
  readonly mark: 'kept' | 'missing' | 'new' | 'changed' | 'gone';
}

/** A line between two boxes as cubic curves one after the other, each by two controls and its end. */
export interface TwinLine {
  readonly from: TwinPoint;
  readonly curves: readonly (readonly [TwinPoint, TwinPoint, TwinPoint])[];
  readonly today: TwinState | null;
  readonly tomorrow: TwinState | null;
}

/** Today's and tomorrow's map with one layout, so that what differs is what changes. */
export interface TwinMap {
  readonly of: 'systems' | 'silos';
  /** Whether only what changes is drawn. */
  readonly partial: boolean;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly TwinBox[];
  readonly lines: readonly TwinLine[];
  /** Lines that carry least and do not change: not drawn. */
  readonly left: number;
}

/** A finding of today's audit that the roadmap is about. */
export interface RoadmapEvidence {
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly persons: number | null;
  /** File and row of its first evidence; empty without one. */
  readonly place: string;
  /** Wave after which an audit no longer finds it; null where it stays. */
  readonly wave: number | null;
}

export interface Logo {
  readonly type: 'png' | 'svg';
  readonly bytes: Uint8Array;
  /** Width over height. */
  readonly ratio: number;
}

/** Everything a document about a roadmap says. */
export interface RoadmapDocument {
  readonly roadmap: Roadmap;
  /** Of today. */
  readonly scorecard: Scorecard;
  /** The whole first, then the systems concerned where the whole shows silos; none where there is nothing to draw. */
  readonly maps: readonly TwinMap[];
  readonly evidence: readonly RoadmapEvidence[];
  readonly inputs: readonly Input[];
  /** Of unsilo. */
  readonly version: string;
  readonly title: string;
  readonly author: string;
  readonly logo: Logo | null;
  /** Systems, silos, owners and files go by neutral names. */
  readonly anonymous: boolean;
}
