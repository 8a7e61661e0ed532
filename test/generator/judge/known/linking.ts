import { type Stated, statedAt } from '../../life/stated.js';
import type { Person } from '../../person.js';
import type { Store, World } from '../../world/types.js';

/** Systems that can be known to speak of the same person, by the keys in their files. */
export type Together = readonly ReadonlySet<string>[];

/** Pairs of facts that identify; with the given name where a family shares the mailbox or telephone. */
function combinations(stated: Stated, isShared: (contact: string) => boolean): string[] {
  const { born } = stated;
  const [mail, phone] = contactsOf(stated);
  const [given, family] = [stated.given.toLowerCase(), stated.family.toLowerCase()];
  const own = (contact: string) => (isShared(contact) ? given : '');
  return [
    ...(mail && born ? [`mail and birth ${mail} ${born} ${own(mail)}`] : []),
    ...(phone && born ? [`phone and birth ${phone} ${born} ${own(phone)}`] : []),
    ...(mail && family ? [`mail and name ${mail} ${family} ${own(mail)}`] : []),
  ];
}

const contactsOf = ({ email, phone }: Stated) => [email.toLowerCase(), phone.replaceAll(' ', '')] as const;

/** Mailboxes and telephones that several persons state. */
function sharedContacts(world: World, people: readonly Person[], seed: number): (contact: string) => boolean {
  const owners = new Map<string, Set<number>>();
  for (const person of people)
    for (const store of world.stores.filter((one) => one.hasCustomers && person.stores.includes(one.id)))
      for (const contact of contactsOf(statedAt(person, store, seed)))
        owners.set(contact, (owners.get(contact) ?? new Set()).add(person.index));
  return (contact) => (owners.get(contact)?.size ?? 0) > 1;
}

/** Keys by which files tie systems' records of a person together. */
function keysOf(
  world: World,
  person: Person,
  store: Store,
  seed: number,
  isShared: (contact: string) => boolean,
): string[] {
  const shared = (space: string) =>
    world.stores.filter((one) => one.space === space && one.keys.includes('key.customer_no')).length > 1;
  const number = store.space !== '' && store.keys.includes('key.customer_no') && shared(store.space);
  const national = store.keys.includes('key.national_id_hash') && person.index % 4 !== 0;
  return [
    ...(number ? [`number of ${store.space}`] : []),
    ...(national ? ['national id'] : []),
    ...(store.hasCustomers ? combinations(statedAt(person, store, seed), isShared) : []),
  ];
}

function join(person: Person, keysAt: ReadonlyMap<string, readonly string[]>): Set<string>[] {
  let groups = person.stores.filter((id) => keysAt.has(id)).map((id) => new Set([id]));
  const met = (group: ReadonlySet<string>, key: string) =>
    [...group].some((id) => keysAt.get(id)!.includes(key));
  for (const key of new Set([...keysAt.values()].flat())) {
    const same = groups.filter((group) => met(group, key));
    if (same.length < 2) continue;
    groups = [
      ...groups.filter((group) => !same.includes(group)),
      new Set(same.flatMap((group) => [...group])),
    ];
  }
  return groups;
}

/**
 * By person: which systems' records the files let one join. A combination that two persons state, in a family or by
 * chance, joins neither; a mailbox known alone joins the only customer who states it.
 */
export function togetherOf(world: World, people: readonly Person[], seed: number): Map<number, Together> {
  const known = world.stores.filter((store) => store.hasCustomers);
  const isShared = sharedContacts(world, people, seed);
  const holders = new Map<string, Set<number>>();
  const keys = people.map((person) => {
    const stores = known.filter((store) => person.stores.includes(store.id));
    const keysAt = new Map(stores.map((store) => [store.id, keysOf(world, person, store, seed, isShared)]));
    for (const key of [...keysAt.values()].flat())
      holders.set(key, (holders.get(key) ?? new Set()).add(person.index));
    return { person, keysAt };
  });
  const own = (key: string) =>
    key.startsWith('number') || key === 'national id' || holders.get(key)!.size === 1;
  const joined = keys.map(({ person, keysAt }) => {
    const clear = new Map([...keysAt].map(([id, all]) => [id, all.filter(own)] as const));
    return { person, groups: join(person, clear) };
  });
  const mailboxes = new Map<string, Set<string>[]>();
  for (const { person, groups } of joined)
    for (const group of groups)
      for (const mail of new Set([...group].map((id) => mailAt(world, person, id, seed))))
        mailboxes.set(mail, [...(mailboxes.get(mail) ?? []), group]);
  const contacts = world.stores.filter((store) => !store.hasCustomers);
  for (const { person } of joined)
    for (const store of contacts) {
      const holding = mailboxes.get(person.email.toLowerCase()) ?? [];
      if (person.stores.includes(store.id) && holding.length === 1) holding[0]!.add(store.id);
    }
  return new Map(joined.map(({ person, groups }) => [person.index, groups]));
}

const mailAt = (world: World, person: Person, id: string, seed: number): string =>
  statedAt(person, world.stores.find((store) => store.id === id)!, seed).email.toLowerCase();
