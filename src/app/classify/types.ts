import type { Classification, ClassifyInput } from '../../model/delivery.js';

/** One thing to classify: how it is named in what comes out, and what is known of it. */
export interface Item {
  readonly input: string;
  readonly of: ClassifyInput;
  /** What is read where the text says nothing: words around it. */
  readonly around?: string;
  /** Whether the words around can be about nobody else. */
  readonly alone?: boolean;
}

/** One thing classified. */
export interface Classified {
  readonly input: string;
  /** What was read of it, perhaps one cell or one key. */
  readonly text: string;
  readonly found: Classification;
}

export interface ClassifyRequest {
  /** Files and folders; `-` is standard input. */
  readonly files: readonly string[];
  /** Column of a table that holds the text. */
  readonly column?: string;
  /** Files with rules of the user's own. */
  readonly rules: readonly string[];
}

/** What a classifier is told where nothing is known. */
export const unknownInput: ClassifyInput = {
  channel: '',
  vendor: '',
  type: '',
  providerCode: '',
  rawType: '',
  enhancedCode: '',
  replyCode: '',
  text: '',
};
