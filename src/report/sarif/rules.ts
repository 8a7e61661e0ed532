import type { Report } from '../../model/report.js';
import { markdownText } from '../../text/escape-markdown.js';
import { packOf } from '../parts/totals.js';
import { whyItMatters } from '../parts/why.js';
import { levels, securitySeverities } from './levels.js';
import { limits } from './limits.js';
import { message } from './text.js';

type Rule = Report['manifest']['rules'][number];

/** GitHub grades by rule: each stands at the worst of its findings. `security` makes it show the grade. */
function describe(rule: Rule, report: Report) {
  const worst = report.findings.find((finding) => finding.rule === rule.id);
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
export const rulesOf = (report: Report) => report.manifest.rules.map((rule) => describe(rule, report));
