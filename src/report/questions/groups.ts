import type { Question, Questions } from '../../model/intake.js';

/** Questions one owner is to answer. */
export interface Asked {
  /** Null where the inventory names nobody. */
  readonly owner: string | null;
  readonly contact: string | null;
  readonly questions: readonly Question[];
}

/** Questions by owner, in their order. */
export function byOwner({ questions }: Questions): Asked[] {
  const groups = new Map<string | null, Question[]>();
  for (const one of questions) {
    const group = groups.get(one.owner_id) ?? [];
    if (group.length === 0) groups.set(one.owner_id, group);
    group.push(one);
  }
  return [...groups].map(([id, own]) => ({
    owner: own[0]!.owner ?? id,
    contact: own[0]!.contact,
    questions: own,
  }));
}

/** The row it is about, or else the sheet on which the answer belongs; empty where it belongs on none. */
export const placeText = ({ place, args }: Question): string =>
  place ? `${place.file}, row ${place.row}` : String(args.sheet ?? '');

/** What the questions rest on. */
export const basis = ({ compared }: Questions): string =>
  compared
    ? 'from the inventory, held against the records'
    : 'from the inventory alone: no records are at hand to hold against it';
