import type { Triage, TriageGroup } from '../../../model/triage.js';
import { groupDigits, renderExpected, renderMeasure, renderShare } from '../../../text/numbers.js';
import type { DocumentSection } from '../../document/section.js';
import { shareOf } from '../../parts/shares.js';

const measure = (text: string | null): string => (text === null ? '' : renderMeasure(Number(text)));

export function whatSection(group: TriageGroup, triage: Triage): DocumentSection {
  const harm = triage.harms.find((total) => total.harm === group.harm);
  return {
    id: 'what',
    title: 'What happened',
    paragraphs: [group.state_why],
    facts: [
      ['Errors', shareOf({ count: group.errors, of: group.errors_of }, 'error')],
      ['Persons hit', group.persons === 0 ? 'not known' : groupDigits(group.persons)],
      ['Further persons exposed', groupDigits(group.exposed)],
      ['Severity', group.severity],
      ['Harm', `${group.harm.replaceAll('_', ' ')}${harm ? `: ${harm.doc}` : ''}`],
      ['State', group.state],
    ],
  };
}

export function causeSection(group: TriageGroup): DocumentSection {
  const { ratio, ratio_low: low, ratio_high: high } = group;
  const interval =
    low === null || high === null ? '' : ` (95 % interval ${measure(low)} to ${measure(high)})`;
  return {
    id: 'cause',
    title: 'What caused it',
    paragraphs: [group.cause],
    facts: [
      ['In common', group.pattern],
      ['At once', group.moments.map(({ attribute, value }) => `${attribute} ${value}`).join(', ')],
      ['Other names of the same rows', group.same_rows_as.join(', ')],
      [
        'Among messages',
        group.pattern === '' ? '' : shareOf({ count: group.messages, of: group.messages_of }, 'message'),
      ],
      ['Expected', group.expected === null ? '' : renderExpected(Number(group.expected))],
      ['Ratio', ratio === null ? '' : `${measure(ratio)}${interval}`],
      ['Explains', group.explained === null ? '' : `${renderShare(group.explained)} of the excess errors`],
      [
        'By accident',
        group.p_adjusted === null ? '' : `p ${group.p_adjusted}, all patterns tried counted in`,
      ],
    ],
  };
}
