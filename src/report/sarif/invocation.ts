import type { NotEvaluated } from '../../model/finding.js';
import type { Verdict } from '../../model/report.js';
import { groupDigits } from '../../text/numbers.js';
import { message } from './text.js';

const texts = {
  verdict: 'The verdict of the run, and what limits it',
  coverage: 'What the audit was given to see',
  'not-evaluated': 'A rule that lacks an input',
  cut: 'Results left out for the size of the file',
  past: 'Findings accepted, gone, or no longer looked at',
} as const;
type Notice = keyof typeof texts;

/** The kinds of notices a run can carry. */
export const noticesOf = () =>
  Object.entries(texts).map(([id, text]) => ({ id: `unsilo/${id}`, shortDescription: message(text) }));

const notice = (id: Notice, level: 'note' | 'warning', text: string) => ({
  descriptor: { id: `unsilo/${id}`, index: Object.keys(texts).indexOf(id) },
  level,
  message: message(text),
});

/** A run as SARIF tells it. */
export interface Ran {
  readonly verdict: Verdict;
  readonly coverage: { readonly not_evaluated: readonly NotEvaluated[] };
  readonly summary: object;
  readonly manifest: { readonly rules: readonly { readonly id: string }[] };
}

/** What was looked at, and what became of earlier findings, one line each. */
export interface Lines {
  readonly seen: string;
  readonly past: string;
}

function notEvaluated({ coverage, manifest }: Ran) {
  return coverage.not_evaluated.map(({ rule, missing }) => {
    const index = manifest.rules.findIndex(({ id }) => id === rule);
    return {
      ...notice('not-evaluated', 'warning', `${rule} was not evaluated: it needs ${missing.join(', ')}.`),
      associatedRule: { id: rule, ...(index >= 0 && { index }) },
    };
  });
}

/** How the run went: verdict and coverage first, then what was not looked at, and what this file leaves out. */
export function invocationOf(ran: Ran, { seen, past }: Lines, cut: number) {
  const { verdict, coverage, summary } = ran;
  const left = `${groupDigits(cut)} findings are left out, the least severe: GitHub takes no more in one file.`;
  return {
    executionSuccessful: true,
    exitCode: verdict.exit_code,
    exitCodeDescription: verdict.sentence,
    toolExecutionNotifications: [
      notice('verdict', verdict.exit_code === 0 ? 'note' : 'warning', verdict.sentence),
      notice('coverage', 'note', `Seen: ${seen}.`),
      notice('past', 'note', `${past}.`),
      ...(cut > 0 ? [notice('cut', 'warning', left)] : []),
    ],
    toolConfigurationNotifications: notEvaluated(ran),
    properties: { coverage, summary },
  };
}
