/**
 * How closely rows are looked at. `whole`: every spelling is read and every problem described. `brief`: every spelling is
 * read, rows with problems are marked only. `quick`: only usual spellings are read, rows with others are marked as if they
 * had problems. Where no row is marked all three come to the same; each costs about twice as much to plan as the next.
 */
export type Look = 'whole' | 'brief' | 'quick';

/** How to look again at rows of which some were marked: where most are, they are spelt in another way, not wrong. */
export const closer = (look: Look, { rows, bad }: { readonly rows: number; readonly bad: number }): Look =>
  look === 'quick' && bad * 2 > rows ? 'brief' : 'whole';
