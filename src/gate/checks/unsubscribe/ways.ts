import type { Link, Part } from '../../../model/template.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { nameWords } from '../../name-words.js';
import { foldProse, isIn, languagesOf } from '../../words.js';
import { type World, withIncluded } from '../../world.js';

/** By what a reader can tell that a message can be stopped; `perhaps` where only a condition on the target shows it. */
export type Told = 'target' | 'perhaps' | 'words';

const groups = ['stop', 'choose'] as const;

/** Finds the ways by which readers stop messages, or choose them. */
export class Ways {
  readonly #list: WordList;
  readonly #told = new WeakMap<Part, Told | 'none'>();

  constructor(world: World) {
    this.#list = listOf(world, 'unsubscribe/ways');
  }

  /** Whether a name of a field, or an address, is that of a way to stop. */
  isTarget(name: string, only: readonly (typeof groups)[number][] = groups): boolean {
    const words = nameWords(name);
    return only.some((group) => ['fields', 'en'].some((language) => this.#list.has(group, language, words)));
  }

  /** Whether words say so. */
  isSaid(words: string, locale: string, only: readonly (typeof groups)[number][] = groups): boolean {
    return only.some((group) => isIn(this.#list, group, locale, words));
  }

  /** Whether words of a language can be judged at all. */
  knows(locale: string): boolean {
    const language = locale.toLowerCase().split(/[-_]/)[0]!;
    return language === '' || this.#list.knows('stop', language);
  }

  isWay({ target, words }: Link, locale: string): boolean {
    return this.isTarget(target) || (words !== '' && this.isSaid(words, locale));
  }

  /** How a part with what it includes tells of a way; undefined where it does not. */
  told(part: Part): Told | undefined {
    const known = this.#told.get(part) ?? this.#look(part) ?? 'none';
    this.#told.set(part, known);
    return known === 'none' ? undefined : known;
  }

  /** How fields, helpers or links of a part are ways; a condition on the field may leave it out. */
  #leads({ parsed, links }: Part): 'target' | 'perhaps' | undefined {
    const named = parsed.uses.filter(({ name, role }) => role !== 'condition' && this.isTarget(name));
    const isGuarded = ({ start, end }: Link): boolean =>
      named.some((use) => use.fallback && use.start >= start && use.end <= end);
    const isSure =
      named.some(({ fallback }) => !fallback) ||
      parsed.includes.some(({ name }) => this.isTarget(name)) ||
      parsed.helpers.some(({ name }) => this.isTarget(name)) ||
      links.some((link) => this.isTarget(link.target) && !isGuarded(link));
    if (isSure) return 'target';
    return named.length > 0 ? 'perhaps' : undefined;
  }

  #look(part: Part): Told | undefined {
    const all = withIncluded(part);
    let perhaps = false;
    for (const one of all) {
      const how = this.#leads(one);
      if (how === 'target') return 'target';
      perhaps ||= how === 'perhaps';
    }
    if (perhaps) return 'perhaps';
    const languages = languagesOf(this.#list, 'stop', part.locale);
    const said = all.some((one) =>
      groups.some((group) =>
        languages.some((language) => this.#list.has(group, language, foldProse(one).text)),
      ),
    );
    return said ? 'words' : undefined;
  }
}
