import { isFailing } from '../../model/failing.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';

/** Whether a finding by itself makes the run fail, as the verdict counted it. */
export const makesFail = ({ verdict, manifest }: Report, finding: Finding): boolean =>
  isFailing(finding, { failOn: verdict.fail_on, failOnNew: manifest.options.fail_on_new });

/** Why a finding does not count; empty if it does. */
export const suppressionWords = ({ suppression }: Pick<Finding, 'suppression'>): string =>
  suppression === null
    ? ''
    : `Accepted by ${suppression.owner} until ${suppression.expires}: ${suppression.reason}`;
