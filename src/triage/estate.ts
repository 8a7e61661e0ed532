/** Somebody of the inventory who answers. */
export interface Owner {
  readonly owner_id: string;
  readonly name: string;
  readonly contact: string | null;
  readonly escalates_to: string | null;
}

export interface Step {
  readonly communication_id: string;
  /** null: of every channel. */
  readonly channel: string | null;
  readonly system_id: string;
  readonly kind: string;
}

/** What triage asks of the inventory. */
export interface Estate {
  readonly owners: ReadonlyMap<string, Owner>;
  /** Owner ids of `system:x`, `comm:c`, `template:t` and `flow:f`. */
  readonly answering: ReadonlyMap<string, string>;
  /** Ids to names, systems and communications. */
  readonly systems: ReadonlyMap<string, { readonly name: string; readonly silo: string }>;
  readonly communications: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
  readonly templates: readonly {
    readonly template_id: string;
    readonly communication_id: string;
    readonly channel: string | null;
  }[];
  readonly channels: readonly {
    readonly channel: string;
    readonly system_id: string;
    readonly vendor: string | null;
  }[];
  readonly flows: readonly { readonly flow_id: string; readonly from: string; readonly to: string }[];
}
