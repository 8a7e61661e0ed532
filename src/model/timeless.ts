/** The clock of a run without any time in its records: nothing in it depends on a day. */
export const timeless = '1970-01-01T00:00:00.000Z';
