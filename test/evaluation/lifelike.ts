import { compare, describeFigures } from '../acceptance/compare.js';
import { auditLife } from '../acceptance/lifelike.js';

/** Audits ten simulated ecosystems as analysts hold them. Usage: `npm run evaluate:lifelike -- [SEED…]`. */
const asked = process.argv.slice(2).map(Number);

for (const seed of asked.length > 0 ? asked : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
  const { expected, found } = await auditLife(seed, 'all');
  const result = compare(expected, found);
  const accused = result.surplus.filter((key) => key.startsWith('preference/sent-after-opt-out'));
  process.stdout.write(`${describeFigures(`seed ${seed}`, result)}, false violations ${accused.length}\n`);
  for (const key of [...result.missing, ...result.surplus]) process.stdout.write(`  ${key}\n`);
}
