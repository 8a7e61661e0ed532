import type { SuppliedField, Supply } from '../model/supply.js';
import type { FieldUse, Syntax } from '../model/template.js';

/** What a supply says of a name; `open` where the object it is part of is supplied and nobody says what is in it. */
export type Supplied = { readonly field: SuppliedField } | 'open' | 'whole' | undefined;

/** Values every list, text or object has of itself. */
const own = new Set(['length', 'size', 'first', 'last', 'count', 'keys', 'values', 'empty', 'blank']);
const scalars = new Set([
  'text',
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'datetime',
  'money',
  'url',
]);

/** Languages in which a value can be asked for more than it was handed over with: `name.upcase`, `name?length`. */
const withMethods: ReadonlySet<Syntax> = new Set<Syntax>([
  'erb',
  'ejs',
  'freemarker',
  'velocity',
  'thymeleaf',
  'razor',
  'jinja',
  'nunjucks',
  'twig',
  'django',
  'go',
]);

/** `$order.Lines[0].total`, `@order.Lines.total` and `order.Lines[].total` name the same. */
const pathOf = (name: string): string =>
  name
    .replace(/^[.$@]+/, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\s*\.\s*/g, '.')
    .trim();

/** Engines that do not tell cases, or ways to write words together, apart; for the rest a name is what it is. */
function spellingOf(syntax: Syntax): (path: string) => string {
  if (syntax === 'ampscript') return (path) => path.toLowerCase();
  if (syntax === 'parens') return (path) => path.toLowerCase().replace(/[\s_-]+/g, '');
  return (path) => path;
}

/** Names of a supply as an engine looks them up. */
class Index {
  readonly #fields = new Map<string, SuppliedField>();
  readonly #parents = new Set<string>();
  readonly #isNumbered: boolean;
  readonly #spell: (path: string) => string;

  constructor(
    readonly supply: Supply,
    private readonly syntax: Syntax,
  ) {
    this.#spell = spellingOf(syntax);
    for (const field of supply.fields) {
      const path = this.#spell(pathOf(field.name));
      if (!this.#fields.has(path)) this.#fields.set(path, field);
      for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1))
        this.#parents.add(path.slice(0, dot));
    }
    this.#isNumbered = supply.fields.some(({ name }) => /^\d+$/.test(name));
  }

  find(name: string): Supplied {
    const path = this.#spell(pathOf(name));
    if (/^\d+$/.test(path) && !this.#isNumbered)
      return Number(path) < this.supply.fields.length ? 'open' : undefined;
    const field = this.#fields.get(path);
    if (field) return { field };
    return this.#parents.has(path) ? 'whole' : this.#above(path);
  }

  #above(path: string): Supplied {
    const dot = path.lastIndexOf('.');
    if (dot < 0) return undefined;
    const parent = path.slice(0, dot);
    const field = this.#fields.get(parent);
    if (own.has(path.slice(dot + 1)) && (field || this.#parents.has(parent)))
      return field ? { field } : 'whole';
    if (this.#parents.has(parent)) return undefined;
    if (field) {
      const isClosed = !withMethods.has(this.syntax) && scalars.has((field.type ?? '').toLowerCase());
      return isClosed ? undefined : 'open';
    }
    return this.#above(parent) === 'open' ? 'open' : undefined;
  }
}

const known = new WeakMap<Supply, Map<Syntax, Index>>();

/** What a supply says of the value that is asked for, as the engine of the text would find it. */
export function findSupplied(supply: Supply, syntax: Syntax, { name }: Pick<FieldUse, 'name'>): Supplied {
  const bySyntax = known.get(supply) ?? new Map<Syntax, Index>();
  known.set(supply, bySyntax);
  const index = bySyntax.get(syntax) ?? new Index(supply, syntax);
  bySyntax.set(syntax, index);
  return index.find(name);
}
