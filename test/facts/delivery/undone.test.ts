import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../../src/facts/coverage.js';
import { computeFacts } from '../../../src/facts/index.js';
import { withLoaded } from '../../sources/ecosystem.js';

const log = `message_key,system_id,type,time,channel,contact_point
m1,mailer,delivered,2026-06-01T08:00:00Z,email,a@example.com
m1,mailer,delivered,2026-06-01T08:00:00Z,email,a@example.com
m1,mailer,bounced,2026-06-01T09:00:00Z,email,a@example.com
m1,mailer,opened,2026-06-01T10:00:00Z,email,a@example.com
m2,mailer,bounced,2026-06-01T08:00:00Z,email,b@example.com
m2,mailer,delivered,2026-06-01T09:00:00Z,email,b@example.com
m3,mailer,delivered,2026-06-01T09:00:00Z,email,c@example.com
m4,mailer,sent,2026-06-01T09:00:00Z,email,d@example.com
m4,mailer,failed,2026-06-01T10:00:00Z,email,d@example.com
m5,mailer,failed,2026-06-01T09:00:00Z,email,e@example.com
m5,mailer,delivered,2026-06-01T10:00:00Z,email,e@example.com
m6,mailer,rejected_pre_send,2026-06-01T10:00:00Z,email,f@example.com
`;

describe('a message with several states', () => {
  it('has one end: bounced or returned, else delivered, else the latest; that both were said stays visible', async () => {
    const files = {
      'unsilo.yaml': 'name: x\nsources:\n  - { table: delivery_events, file: log.csv }\n',
      'log.csv': log,
    };
    await withLoaded(files, async (store, { config }) => {
      const asOf = '2026-06-30T00:00:00Z';
      await computeFacts(store, { config, asOf });
      const facts = await store.all(
        'SELECT system_id, messages, messages_with_events, failed FROM fact_delivery ORDER BY ALL',
      );
      expect(facts).toEqual([{ system_id: 'mailer', messages: 5, messages_with_events: 5, failed: 3 }]);
      expect((await readCoverage(store, asOf)).messages_undone).toBe(2);
    });
  });
});

describe('a failure', () => {
  it('is read in the words of who reports it, whoever is said to have sent', async () => {
    const files = {
      'unsilo.yaml':
        'name: x\nsources: [{ table: sends, file: s.csv }, { table: delivery_events, file: twilio.csv }]\n',
      's.csv':
        'message_key,system_id,comm_type,lob,channel,subject_key,key_type,vendor,sent_at\nSM1,app,statement,*,sms,C1,customer_no,broker,2026-06-01T07:00:00Z\n',
      'twilio.csv':
        'Sid,Status,To,SentDate,ErrorCode\nSM1,undelivered,+447700900123,2026-06-01T08:00:00Z,30006\n',
    };
    await withLoaded(files, async (store, { config }) => {
      await computeFacts(store, { config, asOf: '2026-06-30T00:00:00Z' });
      const found = await store.all('SELECT vendor, teller, provider_code FROM work_failures');
      expect(found).toEqual([{ vendor: 'broker', teller: 'twilio', provider_code: '30006' }]);
      expect(await store.all('SELECT vendor, failed FROM fact_delivery')).toEqual([
        { vendor: 'broker', failed: 1 },
      ]);
    });
  });
});
