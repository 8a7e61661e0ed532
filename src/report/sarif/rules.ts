import type { Finding } from '../../model/finding.js';
import { markdownText } from '../../text/escape-markdown.js';
import { packOf } from '../parts/totals.js';
import { whyItMatters } from '../parts/why.js';
import { levels, securitySeverities } from './levels.js';
import { limits } from './limits.js';
import { message } from './text.js';

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly since: string;
  readonly off: string | null;
}

/** Rules of a run, and what they found, worst first. */
export interface Asked {
  readonly manifest: { readonly rules: readonly Rule[] };
  readonly findings: readonly Pick<Finding, 'rule' | 'severity'>[];
}

/** GitHub grades by rule: each stands at the worst of its findings. `security` makes it show the grade. */
function describe(rule: Rule, { findings }: Asked) {
  const worst = findings.find((finding) => finding.rule === rule.id);
  const grade = worst && securitySeverities[worst.severity];
  const why = whyItMatters(rule.id);
  const more = `More: unsilo explain ${rule.id}`;
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: message(rule.title),
    fullDescription: message(why === '' ? rule.title : why),
    helpUri: `urn:unsilo:rule:${encodeURI(rule.id)}`,
    help: {
      ...message([rule.title, why, more].filter((part) => part !== '').join('. ')),
      markdown: [
        `**${markdownText(rule.title)}**`,
        markdownText(why),
        `\`unsilo explain ${markdownText(rule.id)}\``,
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    },
    defaultConfiguration: { enabled: rule.off === null, level: worst ? levels[worst.severity] : 'warning' },
    properties: {
      tags: [packOf(rule.id), 'customer-communication', 'security'].slice(0, limits.tags),
      ...(grade !== undefined && { 'security-severity': grade }),
      since: rule.since,
    },
  };
}

/** All rules of the run, also those that found nothing. */
export const rulesOf = (asked: Asked) => asked.manifest.rules.map((rule) => describe(rule, asked));
