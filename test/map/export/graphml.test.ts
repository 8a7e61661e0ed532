import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { exportGraphMl } from '../../../src/map/export/graphml.js';
import { cleanText } from '../../../src/text/escape.js';
import { hostile, sampleMap } from './sample-map.js';

describe('the map as GraphML', () => {
  const graph = parse(MultiDirectedGraph, exportGraphMl(sampleMap));

  it('has every system with what is known of it, and with its place', () => {
    expect(graph.nodes()).toEqual(['crm', 'odd "id" \\', 'printer']);
    expect(graph.getNodeAttributes('crm')).toMatchObject({
      label: 'CRM',
      silo: 'Retail',
      silo_id: 'retail',
      lobs: 'cards|loans',
      legacy: true,
      persons: 1200,
      file: 'catalog.yaml',
      row: 7,
      pointer: '/spec',
    });
    expect(graph.getNodeAttribute('odd "id" \\', 'label')).toBe(cleanText(hostile));
  });

  it('has every flow with its direction, latency and fields', () => {
    expect(graph.edges()).toEqual(['F1', 'F2', 'F3', 'F4']);
    expect(graph.extremities('F3')).toEqual(['odd "id" \\', 'printer']);
    expect(graph.getEdgeAttributes('F1')).toMatchObject({
      latency: 'PT4H',
      latency_s: 14_400,
      mechanism: 'batch',
      status: 'active',
      fields: 'contact.email|contact.phone',
    });
  });
});
