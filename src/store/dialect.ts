/** Spellings in which engines differ; fact SQL uses these instead of its own. */

/** Milliseconds since 1970 of a TIMESTAMP in UTC. */
export const toMs = (timestamp: string): string => `epoch_ms(${timestamp})`;
/** TIMESTAMP in UTC of milliseconds since 1970. */
export const fromMs = (ms: string): string => `make_timestamp((${ms}) * 1000)`;
/** Hex digests of text. */
export const sha256Hex = (text: string): string => `sha256(${text})`;
export const md5Hex = (text: string): string => `md5(${text})`;
export const sha1Hex = (text: string): string => `sha1(${text})`;
/** Text without accents. */
export const withoutAccents = (text: string): string => `strip_accents(${text})`;
/** Text in which every place that a regular expression matches is replaced. */
export const replaceAll = (text: string, pattern: string, by: string): string =>
  `regexp_replace(${text}, '${pattern}', '${by}', 'g')`;
/** A number of 64 bits that equal values share and others hardly ever do; `salt` gives other numbers. */
export const rowHash = (columns: readonly string[], salt: number): string =>
  `hash(${columns.join(', ')}, ${salt})`;
/** The integer of which only bit `n` is set, 0 to 62. */
export const bitOf = (n: string): string => `(CAST(1 AS BIGINT) << ${n})`;
/** Aggregate: bits set in any row. */
export const bitwiseOr = (bits: string): string => `bit_or(${bits})`;
/** Aggregate: the values of all rows as a list in their order. */
export const sortedList = (value: string): string => `list_sort(list(${value}))`;
/** Aggregate: the different values of all rows in their order as one text; where there are many groups, sooner than `string_agg(DISTINCT …)`. */
export const joinedValues = (value: string, by: string): string =>
  `array_to_string(list_sort(list_distinct(list(${value}))), '${by}')`;

/** Lets the engine write the rows of new tables in any order, which takes a tenth less. */
export const anyOrder = 'SET preserve_insertion_order = false';
