import { commandOf } from './command-of.js';
import { carryOut, sayError, takeBack } from './deeds.js';
import { parseQuery } from './findings/query.js';
import { draw, type Sight, see } from './look.js';
import { openPages, type Pages } from './pages.js';
import type { Done, Port } from './port.js';
import { press } from './press.js';
import type { Screen, Size } from './screen/compose.js';
import type { Effect, Seen } from './seen.js';
import { readAddress } from './sheet.js';
import { type Form, type Opening, open, openState, type State } from './state.js';
import { openWorld, replaceFindings, type World } from './world.js';

type Mark = 'mark' | 'mark-all' | 'mark-none';
const isMark = (kind: Effect['kind']): kind is Mark => kind.startsWith('mark');

/** The explorer without a terminal: keys go in, screens come out. */
export class Session {
  #state: State;
  #size: Size;
  #screen: Screen | undefined;
  readonly #world: World;
  readonly #pages: Pages;
  readonly #listeners = new Set<() => void>();
  readonly #quit: (key: string) => void;

  /** `quit` is called by the key for it. */
  constructor(port: Port, opening: Opening, size: Size, quit: (key: string) => void) {
    this.#world = openWorld(port);
    this.#pages = openPages(this.#world, () => this.#changed());
    this.#state = openState(opening);
    this.#size = size;
    this.#quit = quit;
  }

  get state(): State {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same screen until something changes. */
  readonly screen = (): Screen => {
    this.#screen ??= draw(this.#sight);
    return this.#screen;
  };

  resize(size: Size): void {
    this.#size = size;
    this.#changed();
  }

  press(key: string): void {
    const seen = see(this.#sight);
    const { state, effect } = press(this.#state, key, seen);
    this.#state = state;
    this.#changed();
    if (effect) this.#act(effect, seen, key);
  }

  #changed(): void {
    this.#screen = undefined;
    for (const listener of this.#listeners) listener();
  }

  get #sight(): Sight {
    return { world: this.#world, pages: this.#pages, state: this.#state, size: this.#size };
  }

  #note(said: string): void {
    this.#state = { ...this.#state, note: said, revision: this.#state.revision + 1 };
    this.#changed();
  }

  #act(effect: Effect, seen: Seen, key: string): void {
    if (effect.kind === 'quit') this.#quit(key);
    else if (effect.kind === 'submit') this.#submit(effect.form);
    else if (effect.kind === 'copy') this.#copy();
    else if (isMark(effect.kind)) this.#mark(effect.kind, seen);
    else this.#tell(takeBack(this.#world.port.deeds, effect.kind, seen));
  }

  #copy(): void {
    const command = commandOf(this.#world, this.#state);
    this.#world.port.deeds.copy(command);
    this.#note(`Copied: ${command}`);
  }

  /** Findings of the list, as the query leaves them. */
  #listed(): string[] {
    const { shelf } = this.#world;
    const places = shelf.select(parseQuery(this.#state.query));
    return Array.from(places, (at) => shelf.findings[at]!.fingerprint);
  }

  #mark(kind: Mark, { target = '' }: Seen): void {
    const { marked } = this.#world;
    const { kind: page, id } = readAddress(target);
    if (kind === 'mark-none') marked.clear();
    if (kind === 'mark-all') for (const one of this.#listed()) marked.add(one);
    if (kind === 'mark' && page === 'finding' && !marked.delete(id)) marked.add(id);
    this.#note(
      marked.size === 0 ? 'Nothing is marked.' : `${marked.size} marked: x accepts, o assigns, e exports.`,
    );
  }

  #submit(form: Form): void {
    const typed = form.fields[0]!.value.trim();
    if (form.kind === 'filter') return;
    if (form.kind === 'customer') {
      if (typed !== '') this.#state = open(this.#state, `customer:${typed}`);
      this.#changed();
      return;
    }
    const about = form.kind === 'export' && form.about.length < 2 ? this.#listed() : form.about;
    this.#tell(carryOut(this.#world.port.deeds, { ...form, about }));
  }

  /** Shows what a deed came to. */
  #tell(deed: Promise<Done>): void {
    deed.then(
      ({ said, changed }) => {
        replaceFindings(this.#world, changed);
        if (changed.length > 0) this.#world.marked.clear();
        this.#note(said);
      },
      (error: unknown) => this.#note(sayError(error)),
    );
  }
}
