import type { Names } from '../../model/names.js';
import type { RoadmapDocument } from '../../model/roadmap-document.js';
import type { Roadmap, RoadmapInitiative, Standing } from '../../model/roadmap-report.js';
import type { Scorecard } from '../../model/scorecard.js';
import { createMask, maskDeep } from './mask.js';
import { neutralNames } from './neutral-names.js';

/** Texts that people wrote say anything: they are withheld, not searched. */
const withheld = 'Withheld.';

/** Goals go by their measure, and sponsors by a number. */
function withoutSponsors(card: Scorecard): Scorecard {
  const sponsors = [...new Set(card.goals.map(({ sponsor }) => sponsor))].filter((one) => one !== null);
  const titleOf = (measure: string): string =>
    card.measures.find(({ id }) => id === measure)?.title ?? measure;
  return {
    ...card,
    goals: card.goals.map((goal, i) => ({
      ...goal,
      title: `Goal ${i + 1}: ${titleOf(goal.measure)}`,
      sponsor: goal.sponsor === null ? null : `Sponsor ${sponsors.indexOf(goal.sponsor) + 1}`,
    })),
  };
}

/** An initiative of a workshop by its number; others speak in sentences of unsilo. */
const speechless = (one: RoadmapInitiative, place: number): RoadmapInitiative =>
  one.basis === 'workshop'
    ? { ...one, title: `Workshop finding ${place + 1}`, what: withheld, risks: [] }
    : one;

/** Ids that people gave to findings of a workshop, by number. */
function renaming({ workshop }: Roadmap): (id: string) => string {
  const numbered = new Map(workshop.map(({ id }, i) => [`workshop:${id}`, `workshop:finding-${i + 1}`]));
  return (id) => numbered.get(id) ?? id;
}

const standing = (one: Standing): Standing => ({ ...one, scorecard: withoutSponsors(one.scorecard) });

function withoutSpeech(roadmap: Roadmap): Roadmap {
  const spoken = roadmap.initiatives.filter(({ basis }) => basis === 'workshop');
  const place = (one: RoadmapInitiative): number => spoken.indexOf(one);
  const rename = renaming(roadmap);
  return {
    ...roadmap,
    today: standing(roadmap.today),
    waves: roadmap.waves.map((wave) => ({
      ...wave,
      initiatives: wave.initiatives.map(rename),
      after: standing(wave.after),
    })),
    initiatives: roadmap.initiatives.map((one) => ({
      ...speechless(one, place(one)),
      id: rename(one.id),
      depends_on: one.depends_on.map(rename),
    })),
    workshop: roadmap.workshop.map(({ owner: _, ...one }, i) => ({
      ...one,
      id: `finding-${i + 1}`,
      title: `Workshop finding ${i + 1}`,
      message: withheld,
      remediation: withheld,
      source: withheld,
    })),
  };
}

/** The document with neutral names: nothing by which the organisation is known is left in it. */
export function anonymise({ logo: _, ...document }: RoadmapDocument, names: Names): RoadmapDocument {
  const mask = createMask(neutralNames(names));
  const { author } = document;
  const silent = {
    ...document,
    roadmap: withoutSpeech(document.roadmap),
    scorecard: withoutSponsors(document.scorecard),
    inputs: document.inputs.map((input) => ({ ...input, sha256: 'withheld' })),
  };
  return { ...maskDeep(silent, mask), author, logo: null, anonymous: true };
}
