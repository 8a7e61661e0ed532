import type { Fault } from '../faults/types.js';
import type { Year } from '../simulate/run.js';
import type { World } from '../world/types.js';

/** What an ecosystem is about. */
interface Story {
  readonly world: World;
  readonly year: Year;
  readonly faults: readonly Fault[];
  readonly findings: number;
  readonly command: string;
}

const forms = `Everything is written as analysts hold it; \`unsilo.yaml\` says how each file is read:

- inventories as plain tables (\`inventory/\`), templates as texts (\`templates/\`);
- customers, choices, sends and delivery events per system, the larger ones gzipped, current state without history;
- where the systems of the example bank are present: the card system with wide rows, semicolons, inverted flags (\`DNE = Y\`
  means do not e-mail), days as \`dd.mm.yyyy\`, and logs in local time without a zone; the app in local time with its own
  words; marketing keyed by e-mail, as JSON lines; the Gulf branch with Arabic headers, names in their own script, and
  Jalali days in Persian digits;
- a copy of a choice bears the time at which it was stored, not the time of the decision.

Systems know customers by numbers of two banks (equal numbers are different people), by account, user or subscriber
key, or by e-mail. Households share mailboxes, which must link nobody. All people are invented; addresses and numbers
are in reserved ranges.`;

/** The page beside a generated ecosystem: what it is, how it was made, what is wrong in it. */
export function renderReadme({ world, year, faults, findings, command }: Story): string {
  const counts = [
    `${world.systems.length} systems in ${world.silos.length} silos`,
    `${world.flows.length} flows`,
    `${world.communications.length} communications`,
    `${world.points.length} collection points`,
    `${year.people.length} persons`,
    `${year.sends.length} messages of one year`,
  ];
  const planted = faults.map(({ id, what }) => `- \`${id}\`: ${what}`);
  return `# ${world.name}

A simulated ecosystem: ${counts.join(', ')}. Customers make choices, flows carry them, every system writes
by what its own book says, and vendors report what became of it.

Written by \`${command}\`; do not edit.

## Faults

They are planted in the simulated world; the records follow. \`planted.json\` lists for each fault the findings it is about and
their consequences, and under \`expected\` the ${findings} findings an audit must make: these and no others.

${planted.join('\n') || 'None: an audit must find nothing.'}

## Form

${forms}
`;
}
