/** A few rows in which a choice is not heard of, a message is sent against it, and a letter goes to somebody else. */
export const smallBank: Readonly<Record<string, string>> = {
  'unsilo.yaml': `name: small
as_of: 2026-06-01T00:00:00Z
identity:
  shared_keys: [{ key_type: customer_no, systems: [bank, cards, mail] }]
sources:
  - { table: owners, file: owners.csv }
  - { table: silos, file: silos.csv }
  - { table: systems, file: systems.csv }
  - { table: flows, file: flows.csv }
  - { table: communications, file: communications.csv }
  - { table: preferences, file: preferences.csv }
  - { table: sends, file: sends.csv }
  - { table: error_reports, file: errors.csv }
`,
  'owners.csv': 'owner_id,name\nann,Ann Retail\nben,Ben Cards\n',
  'silos.csv': 'silo_id,name,owner\nretail,Retail,ann\ncards,Cards,ben\n',
  'systems.csv': `system_id,name,silo_id
bank,Core bank,retail
cards,نظام البطاقات,cards
mail,Mail engine,retail
`,
  'flows.csv': 'flow_id,from_system_id,to_system_id,mechanism,latency\nup,cards,bank,batch,P1D\n',
  'communications.csv': 'communication_id,name,comm_type,lob\noffer,Offer,marketing,cards\n',
  'preferences.csv': `system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from
bank,10004782,customer_no,consent,*,marketing,email,opt_out,explicit,2026-03-01T10:00:00Z
cards,10004782,customer_no,consent,*,marketing,email,opt_in,explicit,2025-01-01T10:00:00Z
`,
  'sends.csv': `message_key,system_id,communication_id,comm_type,lob,channel,subject_key,key_type,sent_at
m1,cards,offer,marketing,cards,email,10004782,customer_no,2026-04-01T10:00:00Z
`,
  'errors.csv': `error_id,reported_at,error_class,detected_by,communication_id,channel
E1,2026-03-29T10:00:00Z,wrong_recipient,customer,offer,email
`,
};
