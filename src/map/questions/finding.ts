import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import { readWays } from '../../report/parts/way.js';
import { waySentences } from '../../report/parts/way-text.js';
import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import { drawStrip } from '../pictures/strip.js';
import { flowsOfReport, systemsOfReport } from '../report-parts.js';
import type { Answer } from './answer.js';

function pick(findings: readonly Finding[], prefix: string): Finding {
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(prefix.toLowerCase()));
  if (found.length === 1) return found[0]!;
  throw new UsageError({
    message:
      found.length > 1 ? `${found.length} findings begin with '${prefix}'` : `unknown finding '${prefix}'`,
    expected: 'a fingerprint of the report, or a beginning that only one has',
  });
}

/** `--finding F`: the way a finding is about, and where it breaks. */
export function askFinding(atlas: Atlas, prefix: string): Answer {
  const finding = pick(atlas.findings, prefix);
  const report = { systems: systemsOfReport(atlas), flows: flowsOfReport(atlas) };
  const way = readWays(report)(finding);
  const sentences = [finding.message, waySentences(way) || 'It is about no way through the systems.'];
  const table = {
    caption: 'The way',
    heads: ['From', 'To', 'Within', 'What happens'],
    rows: way.map((hop) => [
      hop.from.name,
      hop.to.name,
      hop.latency === null ? 'unknown' : renderSeconds(hop.latency),
      hop.state === 'carried' ? hop.note || 'carried' : hop.note || hop.state,
    ]),
    numeric: [],
  };
  const stops = way.length === 0 ? [] : [way[0]!.from, ...way.map(({ to }) => to)];
  return {
    question: finding.title,
    sentences,
    tables: [table],
    facts: {
      question: 'finding',
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      subject: finding.subject,
      message: finding.message,
      way: way.map((hop) => ({
        from: hop.from.id,
        to: hop.to.id,
        state: hop.state,
        latency_s: hop.latency,
        note: hop.note,
      })),
    },
    picture: drawStrip(
      { id: 'finding', title: finding.title, description: sentences.join(' '), table },
      stops,
      way.map((hop) => ({
        above: hop.latency === null || hop.state === 'broken' ? '' : renderSeconds(hop.latency),
        below: hop.note,
        broken: hop.state !== 'carried',
      })),
    ),
  };
}
