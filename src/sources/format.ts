import type { ImportFormat, LogFormat } from '../model/enums.js';

/** How a source is written. */
export type Format = 'csv' | 'jsonl' | 'parquet' | 'xlsx' | LogFormat | ImportFormat;
