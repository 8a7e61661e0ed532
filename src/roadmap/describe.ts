import type { Initiative, InitiativeKind } from '../model/roadmap.js';
import { fill } from '../text/fill.js';
import { renderDuration } from '../text/numbers.js';

/** Words for one kind of initiative. */
export interface KindTexts {
  readonly title: string;
  readonly what: string;
  readonly risks: readonly string[];
}

/** Title, sentence and risks of an initiative; `latency` of new flows in ISO 8601. */
export function describe(
  { id, kind, systems, fields, flows }: Initiative,
  texts: Readonly<Partial<Record<InitiativeKind, KindTexts>>>,
  latency: string,
): KindTexts {
  const { title, what, risks } = texts[kind]!;
  const values = {
    from: systems[0] ?? '',
    to: systems.at(-1) ?? '',
    hub: systems[0] ?? '',
    about: id.slice(id.indexOf(':') + 1),
    fields,
    flows,
    latency: renderDuration(latency),
  };
  return {
    title: fill(title, values),
    what: fill(what, values),
    risks: risks.map((risk) => fill(risk, values)),
  };
}
