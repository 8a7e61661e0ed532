import type { Query } from '../../store/store.js';
import { type Measured, share, untold } from '../scorecard/measured.js';
import { siloOf } from '../scorecard/silos.js';
import { readAsked } from './documents.js';
import { type Alike, countCases, successTimes } from './summary.js';
import { medianRanks, quantile } from './times.js';

const registrations = ['registration_success', 'registration_time', 'registration_abandonment'] as const;
const documents = [
  'documents_asked_again',
  'documents_asked_again_by_same',
  'documents_asked_again_by_other',
] as const;

/** What is said of journeys where there is no log of them. */
export const withoutJourneys = (): Measured[] =>
  [...registrations, ...documents].map((measure) => untold(measure, null, 'no_journeys'));

/** How long successes took; half of them took up to the median. */
function timeOf(silo: string | null, cases: readonly Alike[]): Measured {
  const times = successTimes(cases);
  const ranks = medianRanks(times.length);
  const end = (i: 0 | 1) => (ranks === undefined ? null : times[ranks[i]]! / 1000);
  const value = quantile(times, 0.5);
  return {
    measure: 'registration_time',
    silo,
    numerator: times.length,
    denominator: countCases(cases, 'success', 'rejected', 'withdrawn', 'abandoned', 'open'),
    median: value === undefined ? undefined : { value: value / 1000, low: end(0), high: end(1) },
    gap: value === undefined ? 'no_successes' : null,
  };
}

function registrationOf(silo: string | null, cases: readonly Alike[]): Measured[] {
  const told = cases.filter((one) => one.told);
  const gap = cases.length === 0 ? 'no_registration' : 'no_outcomes';
  if (told.length === 0) return registrations.map((measure) => untold(measure, silo, gap));
  const ended = countCases(told, 'success', 'rejected', 'withdrawn', 'abandoned');
  return [
    share('registration_success', silo, [countCases(told, 'success'), ended], 'no_finished_cases'),
    timeOf(silo, told),
    share('registration_abandonment', silo, [countCases(told, 'abandoned'), ended], 'no_finished_cases'),
  ];
}

async function documentsOf(store: Query): Promise<Measured[]> {
  return (await readAsked(store)).flatMap((row) => {
    const silo = siloOf(row);
    if (silo === undefined) return [];
    const [asked, known] = [Number(row.asked), Number(row.known)];
    const [again, same, other] = documents;
    // Who asked is not always told: those of whom it is not are left out of both sides.
    const gap = asked === 0 ? 'no_requests' : 'no_teams';
    return [
      share(again, silo, [Number(row.again), asked], 'no_requests'),
      share(same, silo, [Number(row.by_same), known], gap),
      share(other, silo, [Number(row.by_other), known], gap),
    ];
  });
}

/** How registrations go, of all and of those begun in each silo, and whether documents are asked for twice. */
export async function measureJourneys(store: Query, cases: readonly Alike[]): Promise<Measured[]> {
  const registering = cases.filter(({ registration }) => registration);
  const silos = [...new Set(registering.flatMap(({ silo_id: silo }) => silo ?? []))].sort();
  return [
    ...registrationOf(null, registering),
    ...silos.flatMap((silo) =>
      registrationOf(
        silo,
        registering.filter(({ silo_id }) => silo_id === silo),
      ),
    ),
    ...(await documentsOf(store)),
  ];
}
