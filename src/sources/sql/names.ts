/** Gives equal SQL the same name, so that what wide records share is computed and kept once. */
export class Names {
  private readonly byText = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  /** The name of a column that has this value. */
  of(sql: string): string {
    const known = this.byText.get(sql);
    if (known !== undefined) return known;
    const name = `${this.prefix}${this.byText.size}`;
    this.byText.set(sql, name);
    return name;
  }

  /** The columns for a SELECT list. */
  get columns(): string[] {
    return [...this.byText].map(([sql, name]) => `${sql} AS ${name}`);
  }
}

/** Steps on the way from text to typed rows; each is a SELECT over the one before. */
export interface Layers {
  /** Cells put together from several columns. */
  readonly cells: Names;
  /** Cells with codes replaced. */
  readonly texts: Names;
  /** What was read from them. */
  readonly values: Names;
  /** Of that, what is plausible. */
  readonly checked: Names;
  /** Columns of the typed row. */
  readonly kept: Names;
}
