/** Texts of a new rule: a question about failed messages that works at once, to be put in place of the user's own. */
const ruleYaml = (version: string): string => `title: Too many messages of a system fail
since: ${version}
confidence: likely
needs: [sends]
cases:
  failing:
    harm: undelivered # how bad it is: see the harms of unsilo in rules/severity.yaml
    message: "Of {messages_of:message|messages} of {system} by {channel}, {messages} failed."
remediation: Look into what {system} sends by {channel}, and to whom.
parameters:
  max_percent: { type: integer, default: 5, doc: percent of messages that may fail }
sources:
  - "practice: why this is worth a finding; a law, a guide, or what others do"
`;

const querySql = `-- One row per system and channel. A query is one SELECT over fact_ tables, small std_ tables and facts of its own pack.
SELECT
  'system:' || system_id || '/' || channel AS subject,
  'failing' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  sum(failed_persons) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  sum(failed) AS messages,
  sum(messages) AS messages_of,
  json_object('system', system_id, 'channel', channel) AS args,
  '[' || string_agg(substr(evidence, 2, length(evidence) - 2), ',' ORDER BY evidence) || ']' AS evidence,
  system_id AS path
FROM fact_delivery
GROUP BY system_id, channel
HAVING 100 * sum(failed) > $max_percent * sum(messages)
ORDER BY subject
`;

const casesYaml = `base:
  fact_delivery:
    system_id: mail
    channel: email
    messages: 100
    messages_with_events: 100
    failed: 5
    failed_persons: 5
    failed_address: 0
    evidence: '[{"file":"sends.csv","row":2}]'

quiet:
  - title: as many fail as may
    tables: { fact_delivery: [{}] }

firing:
  - title: more fail than may
    tables: { fact_delivery: [{ failed: 9, failed_persons: 8 }] }
    findings:
      - subject: system:mail/email
        case: failing
        persons: 8
        messages: 9
        messages_of: 100
        evidence: [{ file: sends.csv, row: 2 }]
  - title: fewer may fail
    parameters: { max_percent: 4 }
    tables: { fact_delivery: [{}] }
    findings: [{ subject: system:mail/email }]
`;

const readme = `# Too many messages of a system fail

## What it finds

A system and channel of which more than \`max_percent\` percent of the messages fail.

## Why it matters

Say what happens to a person, and to the company.

## How to fix

1. Say what to do first.

## Before / After

Before, the case "more fail than may": nine of a hundred messages fail.

After, the case "as many fail as may": five of a hundred do.

## When not to use it

Say when the finding would be wrong.
`;

/** The files of a new rule, by name. */
export const scaffoldRule = (version: string): Readonly<Record<string, string>> => ({
  'rule.yaml': ruleYaml(version),
  'query.sql': querySql,
  'cases.yaml': casesYaml,
  'README.md': readme,
});
