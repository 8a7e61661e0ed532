import { Gatherer } from '../gatherer.js';
import { Interfaces, type Use } from '../interfaces.js';
import { assertNoMistakes } from '../mistakes.js';
import { openDocuments } from '../open.js';
import type { Imported, ImportText } from '../types.js';
import { fieldsOf } from './messages.js';
import { type Operation, operationsIn } from './operations.js';
import { child, children, type Node, Tree, textIn } from './tree.js';

const expected = 'an AsyncAPI document, version 2 or 3, or a part others refer to';

/** `2` or `3`; undefined for a part of other documents, and for a version nobody knows, which is told. */
function majorOf(tree: Tree, root: Node): number | undefined {
  const version = child(root, 'asyncapi');
  if (version === undefined) return undefined;
  const major = /^([23])\.\d+\.\d+/.exec(String(version.value))?.[1];
  if (major !== undefined) return Number(major);
  tree.blame(version, 'this version of AsyncAPI is not known', {
    value: String(version.value),
    expected: '2.x or 3.x',
  });
  return undefined;
}

/** The application: its id if it has one, else its title. */
function applicationOf(tree: Tree, root: Node): { id: string; name: string } | undefined {
  const info = child(root, 'info');
  const title = info && textIn(info, 'title');
  if (!title) {
    tree.blame(info ?? root, 'the document does not say what it describes', {
      expected: 'a title under info',
    });
    return undefined;
  }
  return { id: textIn(root, 'id') ?? title, name: title };
}

const plainProtocol = (protocol: string): string =>
  protocol
    .toLowerCase()
    .replace(/^secure-/, '')
    .replace(/(-secure|(?<=mqtt|amqp|stomp|ws|http)s)$/, '');

/** The protocols of a document's servers, without what only says that they are encrypted. */
function protocolsOf(tree: Tree, root: Node): string[] {
  const servers = children(child(root, 'servers')).flatMap(([, server]) => tree.follow(server) ?? []);
  const names = servers.flatMap((server) => textIn(server, 'protocol') ?? []);
  return [...new Set(names.map(plainProtocol))].sort();
}

/** In 2.x the key is the address; in 3.x it is stated, or not known before the program runs. */
function addressOf(channel: Node, major: number): { id: string; name: string } {
  const key = channel.path.at(-1)!;
  const address = major >= 3 ? textIn(channel, 'address') : key;
  if (address !== null) return { id: `channel:${address}`, name: address };
  return { id: `channel:${channel.file}#/${channel.path.join('/')}`, name: key };
}

/** Builds the rows of all documents: who sends and who receives on a channel stands in different ones. */
class Import {
  private readonly tree: Tree;
  private readonly gatherers: ReadonlyMap<string, Gatherer>;
  private readonly interfaces = new Interfaces();

  constructor(texts: readonly ImportText[]) {
    this.tree = new Tree(openDocuments(texts, expected));
    this.gatherers = new Map(texts.map(({ file }) => [file, new Gatherer(file)]));
  }

  run(): Imported[] {
    let documents = 0;
    for (const [file, to] of this.gatherers) if (this.addDocument(this.tree.root(file), to)) documents++;
    const first = [...this.gatherers.keys()][0];
    if (documents === 0 && this.tree.mistakes.length === 0 && first !== undefined)
      this.tree.blame(this.tree.root(first), 'no document says which version of AsyncAPI it is', {
        expected,
      });
    assertNoMistakes(this.tree.mistakes);
    this.interfaces.write();
    return [...this.gatherers.values()].map((gatherer) => gatherer.done());
  }

  private addDocument(root: Node, to: Gatherer): boolean {
    const major = majorOf(this.tree, root);
    if (major === undefined) return false;
    const application = applicationOf(this.tree, root);
    if (application === undefined) return true;
    const protocols = protocolsOf(this.tree, root);
    const at = this.tree.at(child(root, 'info') ?? root);
    to.add('systems', { system_id: application.id, name: application.name }, at);
    const operations = operationsIn(this.tree, root, major);
    for (const one of operations) this.addOperation(one, application.id, { major, protocols, to });
    if (operations.length === 0)
      to.leave('document without operations', application.name, 'it sends and receives nothing', at);
    to.count(Math.max(operations.length, 1));
    return true;
  }

  private addOperation(
    { action, channel, messages, node }: Operation,
    system_id: string,
    { major, protocols, to }: { major: number; protocols: readonly string[]; to: Gatherer },
  ): void {
    const at = this.tree.at(node);
    const fields = fieldsOf(this.tree, messages, to);
    const overHttp = protocols.length > 0 && protocols.every((protocol) => protocol === 'http');
    const about = {
      ...addressOf(channel, major),
      mechanism: overHttp ? 'api' : 'stream',
      technology: protocols.join(', ') || null,
      silo: null,
    };
    const use: Use = { system: system_id, fields, at, gatherer: to };
    if (action === 'send') this.interfaces.give(about, use);
    else this.interfaces.take(about, use);
    const role = action === 'send' ? 'holds' : 'consumes';
    for (const { field } of fields) to.add('system_fields', { system_id, field, role }, at);
  }
}

/**
 * Reads AsyncAPI documents 2.x and 3.x: each document describes an application, which is a system. Channels with the
 * same address, or referred to as the same, are one: what one application sends there and another receives is a flow,
 * with the fields of the message both have. A file without version is a part that others may refer to.
 */
export const importAsyncApi = (texts: readonly ImportText[]): readonly Imported[] => new Import(texts).run();
