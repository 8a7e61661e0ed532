/** What a customer decided, where and when. */
export interface Choice {
  readonly person: number;
  readonly origin: string;
  readonly field: string;
  readonly lob: string;
  readonly type: string;
  readonly channel: string;
  readonly value: string;
  readonly time: number;
  readonly actor: string;
}
