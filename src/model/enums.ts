/** Closed vocabularies, one spelling everywhere. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

export const confidences = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

export const channels = [
  'email',
  'sms',
  'mms',
  'rcs',
  'whatsapp',
  'push',
  'web_push',
  'in_app',
  'web',
  'post',
  'phone',
  'ivr',
  'chat',
  'branch',
  'social',
  'status_page',
  'agent_script',
  'press',
  'partner',
  'api',
  'regulator',
  'internal',
] as const;

export const keyTypes = [
  'customer_no',
  'account_no',
  'user_id',
  'subscriber_key',
  'email',
  'email_sha256',
  'phone_e164',
  'phone_sha256',
  'postal_address',
  'device_id',
  'push_token',
  'national_id_hash',
] as const;

export const actorTypes = [
  'customer',
  'household_member',
  'agent',
  'system',
  'batch',
  'api',
  'migration',
  'third_party',
  'unknown',
] as const;

export const systemKinds = [
  'core',
  'crm',
  'marketing',
  'composition',
  'delivery',
  'archive',
  'contact_centre',
  'app',
  'warehouse',
  'reporting',
  'other',
] as const;

export const fieldRoles = ['collects', 'holds', 'masters', 'derives', 'consumes'] as const;
export const stepKinds = ['source', 'process', 'composition', 'delivery', 'archive', 'reporting'] as const;
export const mechanisms = ['stream', 'api', 'batch', 'file', 'manual'] as const;
export const flowStatuses = ['active', 'planned', 'retired'] as const;
export const transforms = ['identity', 'invert', 'map', 'constant', 'truncate', 'hash'] as const;
export const templateParts = ['subject', 'html', 'text', 'sms', 'title', 'body', 'letter'] as const;

export const preferenceKinds = ['consent', 'delivery', 'suppression'] as const;
export const strengths = ['explicit', 'double_opt_in', 'default', 'inferred', 'imported'] as const;
export const timeQualities = ['exact', 'day', 'recorded_only', 'export_only'] as const;
export const legalBases = [
  'consent',
  'legitimate_interest',
  'contract',
  'legal_obligation',
  'vital_interest',
  'public_task',
  'soft_opt_in',
  'unknown',
] as const;

export const eventTypes = [
  'queued',
  'sent',
  'accepted',
  'delivered',
  'deferred',
  'bounced',
  'failed',
  'rejected_pre_send',
  'expired',
  'returned',
  'complained',
  'unsubscribed',
  'subscribed',
  'preference_changed',
  'autoreply',
  'opened',
  'clicked',
  'read',
  'replied',
  'token_invalidated',
  'unknown',
] as const;

export const errorClasses = [
  'wrong_recipient',
  'other_customer_data',
  'wrong_amount',
  'wrong_content',
  'missing_mandatory',
  'against_preference',
  'wrong_language',
  'wrong_channel',
  'contradicts_channel',
  'duplicate',
  'late',
  'undelivered',
  'broken_link',
  'wrong_name',
  'stale_address',
  'unreadable',
] as const;

/** Words by which desks close a report, in small letters; any other state leaves it open. */
export const closedStates = [
  'closed',
  'completed',
  'corrected',
  'done',
  'fixed',
  'resolved',
  'settled',
  'solved',
  'erledigt',
  'geschlossen',
  'clos',
  'résolu',
  'cerrado',
  'resuelto',
  'مغلق',
  'بسته',
] as const;

export const detectors = ['monitoring', 'agent', 'customer', 'partner', 'regulator'] as const;

/** Inventories kept in other tools; each is a source of its own kind. */
export const importFormats = ['openlineage', 'fides', 'backstage', 'asyncapi', 'archimate'] as const;
export type ImportFormat = (typeof importFormats)[number];
/** Texts without rows or columns that tell what became of messages: bounce mails, the log of Postfix. */
export const logFormats = ['mail', 'postfix'] as const;
export type LogFormat = (typeof logFormats)[number];
/** What an id of another tool may stand for. */
export const aliasKinds = ['silo', 'system', 'owner', 'flow', 'field'] as const;

/** Why a value in one system is not what another system holds; first match wins, in this order. */
export const causes = [
  'scope_too_narrow',
  'conflicting_master',
  'no_flow',
  'one_way',
  'field_not_mapped',
  'mapping_wrong',
  'identity_gap',
  'in_flight',
  'too_slow',
  'lost',
] as const;
export type Cause = (typeof causes)[number];

export const conflictClasses = [
  'violation',
  'not_carried_over',
  'hard',
  'stale',
  'missing',
  'scope',
  'delivery',
  'within',
  'expired',
  'default',
] as const;

/**
 * What may be said of a flow that the inventory does not have: `closed`, it is not there, since the inventory is
 * declared to be complete; `open`, it is not declared; `absent`, and nothing is seen to arrive; `present`, though changes
 * are seen to arrive.
 */
export const worlds = ['closed', 'open', 'absent', 'present'] as const;
export type World = (typeof worlds)[number];

/** How the choices of all systems come to one; what each says stands in `src/facts/preferences/policies.ts`. */
export const policyNames = ['default', 'latest', 'restrictive', 'specific', 'authority'] as const;
export type PolicyName = (typeof policyNames)[number];

/** What journey logs say of steps and cases. */
export const lifecycles = ['schedule', 'start', 'complete', 'suspend', 'resume', 'abort'] as const;
export const journeyActors = ['customer', 'agent', 'system', 'third_party'] as const;
export const automations = ['auto', 'assisted', 'manual'] as const;
export const documentActions = [
  'requested',
  'received',
  'rejected',
  'verified',
  'reused',
  'expired',
] as const;
export const stepOutcomes = ['ok', 'error', 'rejected', 'timeout'] as const;
export const messageDefects = [
  'wrong_recipient',
  'wrong_content',
  'wrong_language',
  'missed_mandatory',
  'against_preference',
  'contradicts_channel',
  'undelivered',
  'late',
  'broken_link',
  'typo',
] as const;
export const caseOutcomes = ['success', 'rejected', 'withdrawn', 'abandoned', 'open'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];
