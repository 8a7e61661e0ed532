import type { VariantGroup } from './groups.js';

/** What a text of one locale lost and gained. */
interface Changed {
  readonly group: Pick<VariantGroup, 'message' | 'channel' | 'key'>;
  readonly locale: string;
  readonly lost: readonly { readonly name: string }[];
  readonly extra: readonly { readonly name: string }[];
}

/** Keys of a message that lost or gained a field in a locale. */
class Places {
  readonly #keys = new Map<string, Set<string>>();

  static id = ({ group, locale }: Changed, name: string): string =>
    JSON.stringify([group.message, group.channel, locale, name]);

  add(one: Changed, name: string): void {
    const id = Places.id(one, name);
    this.#keys.set(id, (this.#keys.get(id) ?? new Set()).add(one.group.key));
  }

  /** Whether another key than that of the difference is among them. */
  hasOther(one: Changed, name: string): boolean {
    const keys = this.#keys.get(Places.id(one, name));
    return keys !== undefined && keys.size > (keys.has(one.group.key) ? 1 : 0);
  }
}

/** Leaves out what another key of the message has lost or gained in the same locale: it was moved. */
export function withoutMoved<T extends Changed>(differences: readonly T[]): T[] {
  const [lost, extra] = [new Places(), new Places()];
  for (const one of differences) {
    for (const { name } of one.lost) lost.add(one, name);
    for (const { name } of one.extra) extra.add(one, name);
  }
  return differences.map((one) => ({
    ...one,
    lost: one.lost.filter(({ name }) => !extra.hasOther(one, name)),
    extra: one.extra.filter(({ name }) => !lost.hasOther(one, name)),
  }));
}
