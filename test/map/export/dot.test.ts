import { execFileSync } from 'node:child_process';
import { type ASTNode, type DotASTNode, parse } from '@ts-graphviz/ast';
import { describe, expect, it } from 'vitest';
import { exportDot } from '../../../src/map/export/dot.js';
import type { EcosystemMap } from '../../../src/map/model.js';
import { hostile, sampleMap } from './sample-map.js';

/** Every node of the syntax tree, parents first. */
const walk = (node: ASTNode): ASTNode[] => [
  node,
  ...('children' in node ? (node.children as ASTNode[]).flatMap(walk) : []),
];

/** What a reader of DOT understands: clusters, nodes and edges, strings as Graphviz means them. */
function understood(map: EcosystemMap) {
  const tree: DotASTNode = parse(exportDot(map));
  const all = walk(tree);
  const text = (value: string): string => value.replaceAll('\\"', '"').replaceAll('\\\\', '\\');
  const attribute = (node: ASTNode, name: string): string | undefined => {
    const own = ('children' in node ? (node.children as ASTNode[]) : []).flatMap((one) =>
      one.type === 'Attribute' && one.key.value === name ? [text(one.value.value)] : [],
    );
    return own[0];
  };
  return {
    clusters: all.flatMap((one) => (one.type === 'Subgraph' ? [attribute(one, 'label')] : [])),
    nodes: all.flatMap((one) => (one.type === 'Node' ? [[text(one.id.value), attribute(one, 'label')]] : [])),
    edges: all.flatMap((one) =>
      one.type === 'Edge'
        ? [
            [
              attribute(one, 'id'),
              ...one.targets.map((target) => ('id' in target ? text(target.id.value) : '?')),
              attribute(one, 'label'),
              attribute(one, 'style'),
            ],
          ]
        : [],
    ),
  };
}

/** Graphviz, where it is installed. */
const graphviz = 'dot';
const hasDot = (() => {
  try {
    execFileSync(graphviz, ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const missing = !hasDot && process.env.UNSILO_REQUIRE_TOOLS !== '1';

describe('the map as DOT', () => {
  it('has every silo in its silo, every system and every flow for a parser of the language', () => {
    expect(understood(sampleMap)).toEqual({
      clusters: ['Retail', 'Cards'],
      nodes: [
        ['crm', 'CRM'],
        ['odd "id" \\', hostile],
        ['printer', 'printer'],
      ],
      edges: [
        ['F1', 'crm', 'odd "id" \\', 'contact.email, contact.phone', undefined],
        ['F2', 'crm', 'odd "id" \\', undefined, undefined],
        ['F3', 'odd "id" \\', 'printer', undefined, 'dashed'],
        ['F4', 'printer', 'crm', 'a, b, c +2', 'dotted'],
      ],
    });
  });

  it('draws silos that are inside each other once, and those in a circle too', () => {
    const silos = sampleMap.silos.map((silo) => ({
      ...silo,
      parent_silo_id: silo.silo_id === 'retail' ? 'cards' : 'retail',
    }));
    expect(understood({ ...sampleMap, silos }).clusters).toEqual(['Cards', 'Retail']);
  });

  it.skipIf(missing)(`is drawn by Graphviz${missing ? ' (skipped: no dot)' : ''}`, () => {
    const plain = execFileSync(graphviz, ['-Tplain'], { input: exportDot(sampleMap), encoding: 'utf8' });
    expect(plain.match(/^node /gm)).toHaveLength(3);
    expect(plain.match(/^edge /gm)).toHaveLength(4);
  });
});
