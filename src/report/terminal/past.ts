import type { Finding } from '../../model/finding.js';
import type { Fixed, Unseen } from '../../model/past.js';
import type { Report } from '../../model/report.js';
import { suppressionWords } from '../parts/failing.js';
import { blindness } from '../parts/past.js';
import type { Style } from './style.js';
import { cut, section } from './tail.js';

type Named = Pick<Finding, 'severity' | 'rule' | 'subject' | 'fingerprint'>;

const name = (style: Style, { severity, rule, subject, fingerprint }: Named): string =>
  `${style.severity(severity)} ${rule}, ${subject} (${fingerprint})`;

const listSuppressed = ({ findings }: Report, style: Style): string[] =>
  findings
    .filter(({ suppression }) => suppression !== null)
    .map((finding) => `${name(style, finding)}: ${suppressionWords(finding)}`);

const listFixed = (fixed: readonly Fixed[], style: Style): string[] => fixed.map((past) => name(style, past));

const listUnseen = (unseen: readonly Unseen[], style: Style): string[] =>
  unseen.map((past) => `${name(style, past)}: ${blindness(past)}`);

/** What was accepted, what has been fixed since an earlier run, and what nobody looked at any more. */
export const renderPast = (report: Report, style: Style): string[] => [
  ...section(style, 'Suppressed', cut(listSuppressed(report, style), 'suppressed findings')),
  ...section(style, 'Fixed', cut(listFixed(report.fixed, style), 'fixed findings')),
  ...section(style, 'No longer looked at', cut(listUnseen(report.unseen, style), 'earlier findings')),
];
