import type { Year } from '../simulate/run.js';
import { DAY, isoDuration, isoInstant, period } from '../time.js';
import type { World } from '../world/types.js';
import { addCustomers, addIdentityKeys } from './customers.js';
import { addDetails } from './details.js';
import type { Files } from './files.js';
import { addInventory } from './inventory.js';
import { addJourneys, goalsOf, journeySettings } from './journeys.js';
import { addLivelyCustomers } from './lively/customers.js';
import { addLivelyPreferences } from './lively/preferences.js';
import { addPreferences } from './preferences.js';
import { addWorkshop, costs } from './roadmap.js';
import { addTraffic } from './traffic.js';
import { renderYaml, type Yaml } from './yaml.js';

/** Systems that know a customer number of the same bank. */
function sharedKeys(world: World): Yaml[] {
  return ['a', 'b'].flatMap((space) => {
    const systems = world.stores
      .filter((store) => store.space === space && store.keys.includes('key.customer_no'))
      .map((store) => store.id);
    return systems.length < 2 ? [] : [{ key_type: 'customer_no', systems }];
  });
}

/** Whoever keeps the records answers for data in wrong hands, and hears of it before the day is over. */
const escalationOf = ({ silos }: World): Yaml => ({
  exposure: {
    owner: silos[0]!.owner,
    path: [
      { after: 'PT0S', to: 'owner' },
      { after: 'PT4H', to: 'above' },
    ],
  },
  wrong_money: {
    agent: [
      'Read out the figure of the books, and waive what was charged because of the wrong one up to 25.',
    ],
  },
});

function addTemplates(files: Files, world: World): void {
  for (const message of world.communications)
    for (const channel of message.channels) {
      const names = message.fields
        .filter((field) => field.startsWith('value.'))
        .map((field) => `{{${field.replaceAll('.', '_')}}}`);
      const text = [
        `Dear {{person_name}},`,
        '',
        `${message.name}: ${names.join(', ') || 'news for you'}.`,
        '',
      ];
      files.set(`templates/${message.id}-${channel}.txt`, text.join('\n'));
    }
}

/** All files an analyst would hold of this world, with the unsilo.yaml that says how to read them. */
export function writeEcosystem(world: World, year: Year): Files {
  const files: Files = new Map();
  addInventory(files, world);
  const inventory = [...files.keys()].sort().map((file) => ({
    table: file.replace('inventory/', '').replace('.csv', ''),
    file,
  }));
  addTemplates(files, world);
  addWorkshop(files, world);
  const sources = [
    ...inventory,
    ...(world.life
      ? addLivelyCustomers(files, world, year.people, year.seed)
      : addCustomers(files, world, year.people)),
    ...addDetails(files, world, year.people),
    ...addIdentityKeys(files, world, year.people),
    ...(world.life
      ? addLivelyPreferences(files, world, year.books)
      : addPreferences(files, world, year.books)),
    ...addTraffic(files, world, year),
    ...addJourneys(files, world, year),
  ];
  const config: Yaml = {
    name: world.name,
    time_zone: 'Europe/London',
    as_of: isoInstant(period.asOf),
    agreed_time: 'P10D',
    grace: [{ channel: '*', time: isoDuration(world.life?.grace ?? 2 * DAY) }],
    identity: { shared_keys: sharedKeys(world) },
    escalation: escalationOf(world),
    domains: ['bank.example'],
    ...(world.life ? {} : { costs, goals: goalsOf(world), journeys: journeySettings }),
    sources,
  };
  files.set('unsilo.yaml', renderYaml(config));
  return files;
}
