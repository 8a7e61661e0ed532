import { messagesOfOperation, namedMessages } from './messages.js';
import { child, children, type Node, type Tree, textIn } from './tree.js';

/** One way an application uses a channel. */
export interface Operation {
  /** Seen from the application the document describes. */
  readonly action: 'send' | 'receive';
  readonly channel: Node;
  readonly messages: ReturnType<typeof namedMessages>;
  readonly node: Node;
}

const opposite = { send: 'receive', receive: 'send' } as const;

/** Messages an operation names, else all of its channel. */
function messagesAt(tree: Tree, node: Node, channel: Node): Operation['messages'] {
  const own = child(node, 'messages');
  if (own !== undefined)
    return namedMessages(own).map((one) => ({ ...one, node: tree.follow(one.node) ?? one.node }));
  return namedMessages(child(channel, 'messages'));
}

function channelAt(tree: Tree, node: Node): Node | undefined {
  const channel = child(node, 'channel');
  return channel && tree.follow(channel);
}

/** An operation of 3.x, and the one its reply is. */
function operationsOf(tree: Tree, node: Node): Operation[] {
  const action = textIn(node, 'action');
  const channel = channelAt(tree, node);
  if (action !== 'send' && action !== 'receive') {
    tree.blame(node, 'an operation needs an action', {
      expected: 'send or receive',
      ...(action && { value: action }),
    });
    return [];
  }
  if (child(node, 'channel') === undefined) tree.blame(node, 'an operation needs a channel');
  if (channel === undefined) return [];
  const own: Operation = { action, channel, messages: messagesAt(tree, node, channel), node };
  const reply = child(node, 'reply');
  const back = reply && tree.follow(reply);
  const to = back && channelAt(tree, back);
  if (back === undefined || to === undefined) return [own];
  return [own, { action: opposite[action], channel: to, messages: messagesAt(tree, back, to), node: back }];
}

const operationsOfV3 = (tree: Tree, root: Node): Operation[] =>
  children(child(root, 'operations')).flatMap(([, node]) => {
    const operation = tree.follow(node);
    return operation ? operationsOf(tree, operation) : [];
  });

/**
 * Documents of 2.x are written for the client: what clients publish, the application receives; what they subscribe to,
 * it sends. See https://www.asyncapi.com/docs/migration/migrating-to-v3.
 */
const actionsOfV2 = { publish: 'receive', subscribe: 'send' } as const;

const operationsOfV2 = (tree: Tree, root: Node): Operation[] =>
  children(child(root, 'channels')).flatMap(([, node]) => {
    const channel = tree.follow(node);
    if (channel === undefined) return [];
    return Object.entries(actionsOfV2).flatMap(([key, action]): Operation[] => {
      const operation = child(channel, key);
      if (operation === undefined) return [];
      // The key under `channels` is the address, whatever file the channel itself stands in.
      return [{ action, channel: { ...node }, messages: messagesOfOperation(operation), node: operation }];
    });
  });

/** What the application of a document sends and receives, replies included. */
export const operationsIn = (tree: Tree, root: Node, major: number): Operation[] =>
  major >= 3 ? operationsOfV3(tree, root) : operationsOfV2(tree, root);
