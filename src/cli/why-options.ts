/** Options of `unsilo why` as typed. */
export interface WhyOptions {
  readonly errors?: string;
  readonly total?: string;
  readonly previousErrors?: string;
  readonly previousTotal?: string;
  readonly amount?: string;
  readonly forecast?: string;
  readonly by?: string;
  readonly layers: string;
  readonly least: string;
  readonly format?: string[];
  readonly store?: string;
  readonly memoryLimit?: string;
  readonly quiet?: boolean;
}
