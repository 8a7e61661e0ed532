/** Silos of a large bank; one is written from right to left. */
export const siloNames = (
  'Retail banking|Cards|Mortgages|Savings and deposits|Wealth management|Life insurance|General insurance|' +
  'Digital channels|Marketing|Customer service|Output management|Group data office|Payments|Lending operations|' +
  'Collections and recoveries|Commercial banking|Leasing|Pensions|Private banking|Northern branch|فرع الخليج|' +
  'Treasury|Fraud prevention|Complaints|Loyalty programme|Broker channel|Branch network|Risk reporting|' +
  'Human resources|Partner bank Meridian'
).split('|');

/** What stands in a silo: kind and name. */
export const systemNouns = [
  ['core', 'core ledger'],
  ['crm', 'customer file'],
  ['app', 'portal'],
  ['composition', 'letter factory'],
  ['delivery', 'message gateway'],
  ['marketing', 'campaign engine'],
  ['contact_centre', 'agent desktop'],
  ['archive', 'document archive'],
  ['warehouse', 'data mart'],
  ['reporting', 'dashboard'],
  ['other', 'adapter'],
] as const;

export const fieldNames = (
  'person.name|person.date_of_birth|person.language|contact.email|contact.phone|contact.postal_address|' +
  'preference.consent.email|preference.consent.sms|preference.consent.post|preference.delivery|' +
  'preference.suppression|key.customer_no|outcome.bounced|outcome.complained|outcome.returned|' +
  'outcome.unsubscribed|outcome.corrected|value.balance|value.rate|value.due_date|value.limit|product.account|' +
  'product.card|product.mortgage|document.statement|document.notice|person.national_id|value.fee|value.payment|' +
  'product.savings|product.insurance|value.premium|document.contract|document.letter|person.occupation|' +
  'person.salutation|contact.device|value.score|product.pension|value.interest'
).split('|');
