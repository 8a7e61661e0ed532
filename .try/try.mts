import { planRoadmap } from '../src/app/roadmap/plan.js';
const t=Date.now();
const r = await planRoadmap({ dir: process.argv[2]!, version: '0', failOn: 'never', show: 'info', strict: false, latency: 'PT1H', changes: 3, storeDir: '/tmp/rm-store' } as never, (s, d) => console.error(((Date.now()-t)/1000).toFixed(1), s, d ?? ''));
const { initiatives, ...rest } = r;
for (const w of rest.waves) console.log(w.wave, w.initiatives.length, w.persons_claimed, w.persons_confirmed, w.confirmed, 'closed', w.findings_closed.length, 'opened', w.findings_opened.length, JSON.stringify(w.after));
console.log(JSON.stringify(rest.today), rest.mendable, rest.beyond, rest.backfill, rest.verdict);
for (const o of rest.options) console.log(o.name, o.flows, o.effort, o.persons_fixed, o.bound, o.exact, o.initiatives.slice(0,6).join(' '));
for (const i of initiatives) console.log(i.wave, i.id, i.effort, i.persons_alone, i.persons_added, i.persons_touched);
