import { commandOf } from './command-of.js';
import { carryOut, sayError } from './deeds.js';
import { parseQuery } from './findings/query.js';
import { systemsOf } from './findings/shelf.js';
import { openPages, type Pages } from './pages.js';
import type { Port } from './port.js';
import { press } from './press.js';
import { bodyHeight, compose, isSplit, listWidth, type Screen, type Size } from './screen/compose.js';
import type { Effect, Seen } from './seen.js';
import { type Address, message, readAddress, type Sheet } from './sheet.js';
import { type Form, type Opening, open, openState, type State, shown } from './state.js';
import { openWorld, replaceFindings, type World } from './world.js';

/** Pages that stand beside a list: those that need no answer, as the list is run through line by line. */
const beside: Readonly<Record<string, string>> = { finding: 'finding', system: 'flows' };
const nothing = message('');

interface View {
  readonly address: Address;
  readonly sheet: Sheet;
  readonly target: Address | undefined;
}

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
    this.#screen ??= this.#draw();
    return this.#screen;
  };

  resize(size: Size): void {
    this.#size = size;
    this.#changed();
  }

  press(key: string): void {
    const seen = this.#see();
    const { state, effect } = press(this.#state, key, seen);
    this.#state = state;
    this.#changed();
    if (effect) this.#act(effect, seen, key);
  }

  #changed(): void {
    this.#screen = undefined;
    for (const listener of this.#listeners) listener();
  }

  #sheet(address: Address, width: number): Sheet {
    return this.#pages.at(address)(this.#world, this.#state, width);
  }

  #view(): View {
    const { address, cursor } = shown(this.#state);
    const width = isSplit(this.#size, address) ? listWidth(this.#size) : this.#size.columns;
    const sheet = this.#sheet(address, width - 2);
    const at = Math.min(cursor, sheet.length - 1);
    return { address, sheet, target: at < 0 ? undefined : sheet.target(at) };
  }

  #draw(): Screen {
    const { address, sheet, target } = this.#view();
    if (!isSplit(this.#size, address)) return compose(this.#state, this.#size, sheet);
    const { kind, id } = readAddress(target ?? '');
    const width = this.#size.columns - listWidth(this.#size) - 3;
    const led = beside[kind] === undefined ? nothing : this.#sheet(`${beside[kind]}:${id}`, width);
    return compose(this.#state, this.#size, sheet, led);
  }

  #see(): Seen {
    const { address, sheet, target = '' } = this.#view();
    const { marked, shelf, port } = this.#world;
    const here = [target, address]
      .map(readAddress)
      .map(({ kind, id }) => (['finding', 'persons'].includes(kind) ? shelf.at(id) : undefined))
      .find((finding) => finding !== undefined);
    return {
      length: sheet.length,
      fits: bodyHeight(this.#size),
      target: target === '' ? undefined : target,
      about: marked.size > 0 ? [...marked] : here ? [here.fingerprint] : [],
      today: port.today,
      finding: here?.fingerprint,
      system: here && systemsOf(here).at(-1),
    };
  }

  #note(said: string): void {
    this.#state = { ...this.#state, note: said, revision: this.#state.revision + 1 };
    this.#changed();
  }

  #act(effect: Effect, seen: Seen, key: string): void {
    if (effect.kind === 'quit') this.#quit(key);
    else if (effect.kind === 'submit') this.#submit(effect.form);
    else if (effect.kind === 'copy') this.#copy();
    else this.#mark(effect.kind, seen);
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

  #mark(kind: Effect['kind'], { target = '' }: Seen): void {
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
    carryOut(this.#world.port.deeds, { ...form, about }).then(
      ({ said, changed }) => {
        replaceFindings(this.#world, changed);
        if (changed.length > 0) this.#world.marked.clear();
        this.#note(said);
      },
      (error: unknown) => this.#note(sayError(error)),
    );
  }
}
