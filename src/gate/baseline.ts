import { suppress } from '../findings/baseline/apply.js';
import { entryFindings } from '../findings/baseline/entry-findings.js';
import type { ReadBaseline } from '../findings/baseline/read.js';
import { type EntryState, entryStates } from '../findings/baseline/states.js';
import type { NotEvaluated } from '../model/finding.js';
import type { GateFinding, GateRuleEntry } from '../model/gate-report.js';
import type { Policy } from '../model/policy.js';
import { aboutNoMessage } from './about-comment.js';

/** A baseline, and what tells what it says of this run. */
export interface Beside {
  readonly read: ReadBaseline;
  readonly policy: Policy;
  /** `2026-11-22` */
  readonly today: string;
  readonly rules: readonly GateRuleEntry[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** Every template was looked at, so that what is not found is gone. */
  readonly isWhole: boolean;
}

/** What became of every accepted finding; in a run of some templates only, none is called gone. */
export function baselineStates(findings: readonly GateFinding[], beside: Beside): EntryState[] {
  const { read, policy, today, rules, notEvaluated, isWhole } = beside;
  const estate = {
    manifest: {
      rules: rules.map((rule) => ({ ...rule, needs: [], sha256: '' })),
      inputs: [],
      as_of: `${today}T00:00:00Z`,
    },
    coverage: { not_evaluated: [...notEvaluated] },
    systems: [],
  };
  const states = entryStates(read.baseline, findings, estate, { today, limit: policy.acceptance.worse });
  return states.map((state) =>
    state.state === 'stale' && !isWhole
      ? { state: 'unseen', entry: state.entry, spot: { why: 'source_gone', what: [] } }
      : state,
  );
}

/** A finding about the baseline itself stands at its line. */
const aboutBaseline = (finding: ReturnType<typeof entryFindings>[number]): GateFinding => ({
  ...finding,
  ...aboutNoMessage,
  places: finding.evidence.map(({ file, row }) => ({
    file,
    line: row,
    column: 1,
    end_line: row,
    end_column: 1,
    excerpt: { before: '', at: '', after: '' },
  })),
});

/** The findings, those accepted for now suppressed, and findings about acceptances that need somebody. */
export function besideBaseline(findings: readonly GateFinding[], beside: Beside): GateFinding[] {
  const { read, policy, today } = beside;
  const open = findings.filter(({ suppression }) => suppression === null);
  const states = baselineStates(findings, beside);
  const context = { asOf: `${today}T00:00:00.000Z`, config: {} };
  return [
    ...findings.filter(({ suppression }) => suppression !== null),
    ...suppress(open, states),
    ...entryFindings(states, { read, policy, context }).map(aboutBaseline),
  ];
}
