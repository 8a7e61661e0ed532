import type { Gatherer } from '../gatherer.js';
import type { UsedField } from '../interfaces.js';
import { toStep } from '../paths.js';
import { payloadOf } from './payload.js';
import { child, children, type Node, type Tree, textIn } from './tree.js';

/** A message as an operation names it: by reference, so that its key is known, or in place. */
interface Named {
  readonly key: string;
  readonly node: Node;
}

/** Messages of a list or object of them; of one message alone in 2.x, or several under `oneOf`. */
export function namedMessages(node: Node | undefined): Named[] {
  if (node === undefined) return [];
  return children(node).map(([key, one]) => ({ key: keyOf(one) ?? key, node: one }));
}

/** The last step of a reference is the message's key among the others. */
export const keyOf = (node: Node): string | null => textIn(node, '$ref')?.split(/[/#]/).at(-1) ?? null;

/** The message of a 2.x operation: one, or several of which any may come. */
export function messagesOfOperation(operation: Node): Named[] {
  const message = child(operation, 'message');
  if (message === undefined) return [];
  const several = child(message, 'oneOf');
  return several ? namedMessages(several) : [{ key: keyOf(message) ?? 'message', node: message }];
}

/** The fields of messages, called `<message>.<path>`; a payload without properties is one field, the message itself. */
export function fieldsOf(tree: Tree, messages: readonly Named[], to: Gatherer): UsedField[] {
  return messages.flatMap(({ key, node }) => {
    const message = tree.follow(node);
    const at = tree.at(node);
    if (message === undefined) {
      to.leave('message in the network', key, 'only files are read', at);
      return [];
    }
    const name = toStep(
      textIn(message, 'name') ?? textIn(message, 'messageId') ?? keyOfTarget(message) ?? key,
    );
    const { paths, unread } = payloadOf(tree, message);
    if (unread !== undefined) to.leave(`message ${unread}`, name, 'its fields are not known', at);
    if (unread === undefined && paths.length === 0) return [{ place: name, field: name }];
    return paths.map((path) => ({ place: path, field: `${name}.${path}` }));
  });
}

/** A message under `messages` is called by its key there. */
const keyOfTarget = ({ path }: Node): string | null => (path.at(-2) === 'messages' ? path.at(-1)! : null);
