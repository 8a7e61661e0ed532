import type { Confidence } from '../model/enums.js';
import type { Finding } from '../model/finding.js';
import type { Part, Span, TemplateFile } from '../model/template.js';
import type { World } from './world.js';

/** A place in a part's text, or in a file; without a span its first character. `outside`: offsets into the part's file. */
export type At =
  | { readonly part: Part; readonly span?: Span; readonly outside?: Span }
  | { readonly file: TemplateFile; readonly span?: Span };

/** A change that mends a finding, at a place in a part's text. */
export interface Edit {
  readonly part: Part;
  readonly span: Span;
  readonly text: string;
}

/** What a check found. */
export interface GateHit {
  readonly case: string;
  readonly at: At;
  /** What it is about inside its part, for the subject: a field, a locale, a link; never a measured value. */
  readonly about?: string;
  /** Whom it is about, where it is not the part at hand: `message:welcome/fa`. */
  readonly subject?: string;
  readonly args?: Finding['args'];
  /** The other side: what it was compared with. */
  readonly others?: readonly At[];
  readonly edits?: readonly Edit[];
  readonly confidence?: Confidence;
  /** Recipients concerned, where the contract tells. */
  readonly persons?: number;
}

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** A question about templates: pure, and its hits come in order of the world. */
export type Check = (world: World, parameters: Parameters) => Iterable<GateHit>;
