import { describe, expect, it } from 'vitest';
import { readMap } from '../../../src/app/map/read-map.js';
import { exporters } from '../../../src/map/export/index.js';
import type { EcosystemMap } from '../../../src/map/model.js';
import { withLoaded } from '../../sources/ecosystem.js';
import { sampleMap } from './sample-map.js';

/** What a folder of exported tables is when unsilo reads it as an inventory. */
async function readBack(map: EcosystemMap): Promise<EcosystemMap> {
  const files = exporters.csv(map);
  const sources = files.map(({ name }) => `  - { table: ${name.replace('.csv', '')}, file: ${name} }`);
  const ecosystem = {
    'unsilo.yaml': `name: ${JSON.stringify(map.ecosystem)}\nsources:\n${sources.join('\n')}\n`,
    ...Object.fromEntries(files.map(({ name, text }) => [name, text])),
  };
  const leaves = map.fields.map(({ field }) => field);
  return withLoaded(ecosystem, async (store, { config }) => {
    // The inventory alone has no persons.
    await store.run('CREATE TABLE work_presence (system_id VARCHAR, person_id BIGINT)');
    return readMap(store, config, map.as_of, leaves);
  });
}

/** The tables say nothing of places and of records. */
const bare = (map: EcosystemMap): EcosystemMap => ({
  ...map,
  silos: map.silos.map((silo) => ({ ...silo, place: null })),
  systems: map.systems.map((system) => ({ ...system, place: null, persons: null })),
  flows: map.flows.map((flow) => ({ ...flow, place: null })),
  channels: [],
  communications: [],
  collection_points: [],
});

describe('the map as CSV', () => {
  it('begins with the pair of systems and flows', () => {
    expect(exporters.csv(sampleMap).map(({ name }) => name)).toEqual([
      'systems.csv',
      'flows.csv',
      'flow_fields.csv',
      'system_fields.csv',
      'silos.csv',
      'owners.csv',
    ]);
  });

  it('comes back the same when unsilo reads it', async () => {
    expect(bare(await readBack(sampleMap))).toEqual(bare(sampleMap));
  });
});

describe('the map as JSON', () => {
  it('comes back the same', () => {
    const [file] = exporters.json(sampleMap);
    expect(JSON.parse(file!.text)).toEqual(sampleMap);
  });
});
