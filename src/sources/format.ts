/** How a source is written. */
export type Format = 'csv' | 'jsonl' | 'parquet' | 'xlsx' | 'openlineage';
