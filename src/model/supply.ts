/** Something a sender hands to a template. */
export interface SuppliedField {
  readonly name: string;
  /** Path in the field tree, `value.balance`. */
  readonly field?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly systemId?: string;
  /** The system that masters the field; undefined where nobody says. */
  readonly masterId?: string;
  /** Age in seconds the value can have when it arrives. */
  readonly age?: number;
}

/** What a message can ask for, and how that is known. */
export interface Supply {
  readonly evidence: 'contract' | 'settings' | 'sample' | 'schema' | 'tags';
  /** File it was read from. */
  readonly source: string;
  readonly fields: readonly SuppliedField[];
}
