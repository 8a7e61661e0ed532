import type { SuppliedField } from '../../model/supply.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly payload?: Schema;
}

/** What a JSON pointer leads to; undefined where it leads nowhere. */
export function follow(document: unknown, pointer: string): unknown {
  const steps = pointer.replace(/^#?\/?/, '').split('/');
  let at = document;
  for (const step of pointer.replace(/^#?\/?/, '') === '' ? [] : steps) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined;
  }
  return at;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : [type].flat());
const deepest = 12;
const most = 5000;

class Reader {
  readonly fields = new Map<string, SuppliedField>();
  constructor(private readonly document: unknown) {}

  /** A schema with what it refers to in its own document; references elsewhere say nothing. */
  #resolve(schema: Schema): Schema {
    let at: Schema = schema;
    for (let hops = 0; at.$ref !== undefined && hops < deepest; hops++) {
      const found = at.$ref.startsWith('#') ? follow(this.document, at.$ref) : undefined;
      at = isSchema(found) ? found : {};
    }
    return at.payload && isSchema(at.payload) ? this.#resolve(at.payload) : at;
  }

  read(given: Schema, path: string, depth: number, isOptional: boolean): void {
    if (depth > deepest || this.fields.size >= most) return;
    const schema = this.#resolve(given);
    for (const part of schema.allOf ?? []) this.read(part, path, depth + 1, isOptional);
    for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      this.read(part, path, depth + 1, true);
    if (path !== '') this.#note(schema, path, isOptional);
    if (schema.items) this.read(schema.items, `${path}[]`, depth + 1, isOptional);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const isLeft = !(schema.required ?? []).includes(name);
      this.read(inner, path === '' ? name : `${path}.${name}`, depth + 1, isLeft);
    }
  }

  #note(schema: Schema, path: string, isOptional: boolean): void {
    if (path.endsWith('[]')) return;
    const types = typesOf(schema);
    const type = schema.format ?? types.find((one) => one !== 'null');
    const { minLength, maxLength } = schema;
    this.fields.set(path, {
      name: path,
      nullable: isOptional || schema.nullable === true || types.includes('null'),
      ...(type !== undefined && { type }),
      ...(Number.isInteger(minLength) && { minLength: minLength! }),
      ...(Number.isInteger(maxLength) && { maxLength: maxLength! }),
    });
  }
}

/** Names a JSON Schema, or a schema inside an OpenAPI or AsyncAPI document, allows; undefined where the pointer leads nowhere. */
export function fieldsOfSchema(document: unknown, pointer: string): SuppliedField[] | undefined {
  const root = follow(document, pointer);
  if (!isSchema(root)) return undefined;
  const reader = new Reader(document);
  reader.read(root, '', 0, false);
  return [...reader.fields.values()];
}
