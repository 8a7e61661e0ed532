import { toStep } from '../paths.js';
import { child, children, isRemote, type Node, objectOf, type Tree, textIn } from './tree.js';

/** Deeper nesting is left as one field; schemas may contain themselves. */
const deepest = 12;
/** More fields than any message a person reads. */
const mostFields = 2000;

const branches = ['allOf', 'oneOf', 'anyOf'] as const;

/** Paths of the leaves of a JSON Schema; one without properties is a leaf itself. */
function leavesOfSchema(tree: Tree, node: Node, path: string, above: readonly unknown[]): string[] {
  const schema = tree.follow(node);
  if (schema === undefined || above.includes(schema.value) || above.length > deepest)
    return path === '' ? [] : [path];
  const seen = [...above, schema.value];
  const inside = (one: Node | undefined, at: string) => (one ? leavesOfSchema(tree, one, at, seen) : []);
  const properties = children(child(schema, 'properties')).flatMap(([name, one]) =>
    inside(one, path === '' ? toStep(name) : `${path}.${toStep(name)}`),
  );
  const parts = branches.flatMap((key) =>
    children(child(schema, key)).flatMap(([, one]) => inside(one, path)),
  );
  const items = child(schema, 'items');
  const found = [...properties, ...parts, ...(items ? inside(items, path) : [])].filter(
    (one) => one !== path,
  );
  return found.length > 0 ? found : path === '' ? [] : [path];
}

/** Paths of the leaves of an Avro record, https://avro.apache.org/docs/1.11.1/specification/. */
function leavesOfAvro(tree: Tree, node: Node, path: string, depth = 0): string[] {
  const type = tree.follow(node);
  if (type === undefined || depth > deepest) return path === '' ? [] : [path];
  if (Array.isArray(type.value)) {
    const parts = new Set(children(type).flatMap(([, one]) => leavesOfAvro(tree, one, path, depth + 1)));
    // What may be empty or a record is its fields.
    if (parts.size > 1) parts.delete(path);
    return [...parts];
  }
  const fields = child(type, 'fields');
  if (fields !== undefined)
    return children(fields).flatMap(([, field]) => {
      const name = toStep(textIn(field, 'name') ?? '');
      const below = path === '' ? name : `${path}.${name}`;
      const inner = child(field, 'type');
      return inner ? leavesOfAvro(tree, inner, below, depth + 1) : [below];
    });
  const nested = child(type, 'items') ?? child(type, 'values') ?? child(type, 'type');
  if (nested && typeof nested.value === 'object') return leavesOfAvro(tree, nested, path, depth + 1);
  return path === '' ? [] : [path];
}

/** What a payload holds: paths of its fields, or why they are not known. */
export interface Payload {
  readonly paths: readonly string[];
  readonly unread?: string;
}

/** Since 3.0 a payload may be wrapped with its format; before, the format stands beside it. */
function unwrap(message: Node): { schema: Node | undefined; format: string | null } {
  const payload = child(message, 'payload');
  const wrapped = payload && textIn(payload, 'schemaFormat');
  if (payload && wrapped) return { schema: child(payload, 'schema'), format: wrapped };
  return { schema: payload, format: textIn(message, 'schemaFormat') };
}

/** The fields of a message's payload. */
export function payloadOf(tree: Tree, message: Node): Payload {
  const { schema, format } = unwrap(message);
  if (schema === undefined) return { paths: [], unread: 'without payload' };
  const ref = textIn(schema, '$ref');
  if (ref !== null && isRemote(ref)) return { paths: [], unread: 'payload in the network' };
  if (format !== null && /protobuf|raml|xml/i.test(format))
    return { paths: [], unread: `payload as ${format}` };
  const isAvro = format !== null && /avro/i.test(format);
  const found = isAvro ? leavesOfAvro(tree, schema, '') : leavesOfSchema(tree, schema, '', []);
  const paths = [...new Set(found)].slice(0, mostFields);
  return paths.length === 0 && Object.keys(objectOf(schema)).length === 0
    ? { paths, unread: 'payload that is empty' }
    : { paths };
}
