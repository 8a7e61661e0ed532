import { meet, type Scope } from './choice.js';
import type { Case, Correction } from './correction.js';
import type { Held, PersonConflict, Subject } from './records.js';

/** Lines of business by system. */
export type Lobs = ReadonlyMap<string, readonly string[]>;

const classes = ['not_carried_over', 'delivery'];
const isAboutDelivery = ({ class: name, field, cause }: PersonConflict): boolean =>
  classes.includes(name) && field === 'preference.delivery' && cause !== 'in_flight';

const modesOf = ({ held }: Case, system: string): Held[] =>
  held.filter((one) => one.kind === 'delivery' && one.counts && one.system_id === system);

/** Where a system holds no mode: for all it does, by what the choice was for. */
const ownScope = (by: Held, lobs: readonly string[]): Scope => ({
  lob: lobs.length === 1 ? lobs[0]! : '*',
  comm_type: by.comm_type,
  channel: '*',
  point: '*',
});

/** The record's own line and channel; of the purposes what both are about. */
const sharedScope = (by: Held, wrong: Held): Scope => {
  const purpose = meet(
    { ...wrong, lob: '*', channel: '*', point: '*' },
    { ...by, lob: '*', channel: '*', point: '*' },
  );
  return {
    lob: wrong.lob,
    comm_type: purpose?.comm_type ?? by.comm_type,
    channel: wrong.channel,
    point: wrong.point,
  };
};

const toLine = (
  conflict: PersonConflict,
  {
    system_id,
    key_type,
    subject_key,
    certain,
  }: Pick<Subject, 'system_id' | 'key_type' | 'subject_key' | 'certain'>,
  rest: Pick<Correction, 'scope' | 'wrong' | 'by'>,
): Correction => ({
  system_id,
  key_type,
  subject_key,
  kind: 'delivery',
  class: conflict.class,
  certain: certain && rest.by.certain,
  ...rest,
});

function correct(one: Case, conflict: PersonConflict, lobs: Lobs): Correction[] {
  const { from_system_id, to_system_id, choice } = conflict;
  const by = modesOf(one, from_system_id).find(
    (held) => held.code === conflict.code && held.value === choice,
  );
  if (by === undefined) return [];
  const wrong = modesOf(one, to_system_id).filter(
    (held) =>
      held.value !== choice &&
      meet({ ...held, lob: '*', channel: '*', point: '*' }, { ...by, lob: '*', channel: '*', point: '*' }),
  );
  if (wrong.length > 0)
    return wrong.map((held) => toLine(conflict, held, { scope: sharedScope(by, held), wrong: held, by }));
  const keys = one.subjects.filter(({ system_id }) => system_id === to_system_id);
  const scope = ownScope(by, lobs.get(to_system_id) ?? []);
  return keys.map((key) => toLine(conflict, key, { scope, wrong: undefined, by }));
}

/** Where one person's choice of paper or electronic must be taken over. */
export const correctDelivery = (one: Case, lobs: Lobs): Correction[] =>
  one.conflicts.filter(isAboutDelivery).flatMap((conflict) => correct(one, conflict, lobs));
