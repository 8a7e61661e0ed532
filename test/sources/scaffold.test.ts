import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaffold } from '../../src/sources/index.js';
import { withFolder } from './ecosystem.js';

describe('scaffold', () => {
  it('names the tables it recognises and suggests columns for those it nearly does', async () => {
    const files = {
      'systems.csv': 'system_id;name;silo_id\n',
      'data/crm.csv': 'System,Subject Key,Key Type,E-Mail\n',
      'data/other.csv': 'a,b\n',
      'events.json': '{"eventTime":"2025-01-01T00:00:00Z","job":{"namespace":"n","name":"j"}}',
      'notes.md': '# no data\n',
    };
    const text = await withFolder(files, async (dir) => (await scaffold(dir)).replace(basename(dir), 'bank'));
    expect(
      text,
    ).toBe(`# What there is to audit, and how to read it. Files with canonical column names need no mapping.
name: bank
# time_zone: Europe/Berlin   # IANA zone of times without offset
# agreed_time: P10D          # within which a change must have arrived everywhere
sources:
  # data/crm.csv may be customers; complete the columns and uncomment:
  # - table: customers
  #   file: data/crm.csv
  #   columns:
  #     system_id: System
  #     subject_key: Subject Key
  #     key_type: Key Type
  #     email: E-Mail
  # data/other.csv is like no table; \`unsilo schema\` lists them:
  # - table: # one of them
  #   file: data/other.csv
  - table: openlineage
    file: events.json
  - table: systems
    file: systems.csv
`);
  });

  it('recognises inventories of other tools by what they say, and takes no other document for data', async () => {
    const sample = (name: string) => readFile(`fixtures/sources/${name}`, 'utf8');
    const files = {
      'unsilo.yaml': 'name: x\n',
      'deploy.yaml': 'apiVersion: v1\nkind: Pod\n',
      'page.xml': '<svg/>',
      'broken.yml': '{',
      'bank.xml': await sample('archimate/model-2.xml'),
      'catalog-info.yaml': await sample('backstage/catalog-info.yaml'),
      'fides.yml': await sample('fides/datasets.yml'),
      'mail.json': JSON.stringify({ asyncapi: '3.0.0', info: { title: 'Mail' } }),
    };
    const text = await withFolder(files, scaffold);
    expect(text.slice(text.indexOf('sources:'))).toBe(`sources:
  - table: archimate
    file: bank.xml
  - table: backstage
    file: catalog-info.yaml
  - table: fides
    file: fides.yml
  - table: asyncapi
    file: mail.json
`);
  });

  it('names the vendor whose file it is, once for each table the file can fill, and asks for the system', async () => {
    const files = {
      'data/Subscribers.csv':
        'SubscriberKey,EmailAddress,Status,DateUnsubscribed,DateJoined\n1,a@example.com,active,,\n',
      'data/opt-outs.csv': 'a@example.com\nb@example.com\n',
      'data/words.csv': 'one\ntwo\n',
    };
    const text = await withFolder(files, scaffold);
    expect(text.slice(text.indexOf('sources:'))).toBe(`sources:
  # data/Subscribers.csv is Salesforce Marketing Cloud, _Subscribers (who the subscribers are); name its system and uncomment:
  # - table: customers
  #   file: data/Subscribers.csv
  #   mapping: sfmc-subscriber-customers
  #   columns: { system_id: { constant: "" } } # needed: id of the system whose file it is
  # data/Subscribers.csv is Salesforce Marketing Cloud, _Subscribers (whole enterprise); name its system and uncomment:
  # - table: preferences
  #   file: data/Subscribers.csv
  #   mapping: sfmc-subscribers
  #   columns: { system_id: { constant: "" } } # needed: id of the system whose file it is
  # data/opt-outs.csv is Unsubscribe list of any vendor (addresses, numbers or hashes; one column, with or without its name); name its system and uncomment:
  # - table: preferences
  #   file: data/opt-outs.csv
  #   mapping: unsubscribe-list
  #   columns: { system_id: { constant: "" } } # needed: id of the system whose file it is
  # data/words.csv is like no table; \`unsilo schema\` lists them:
  # - table: # one of them
  #   file: data/words.csv
`);
  });

  it('offers a file of choices that says who made them as customers, too, under the same key', async () => {
    const files = {
      'core.csv': 'ACCT_NO,CIF,NAME,E-MAIL,DOB,DNE\nA1,7,Ana Doe,a@example.com,1980-01-02,Y\n',
      'list.csv': 'email,created\na@example.com,1780300800\n',
    };
    const text = await withFolder(files, scaffold);
    expect(
      text.slice(text.indexOf('  # core.csv says'), text.indexOf('  # list.csv')),
    ).toBe(`  # core.csv says who its persons are; name its system and uncomment:
  # - table: customers
  #   file: core.csv
  #   columns:
  #     system_id: { constant: "" } # needed: id of the system whose file it is
  #     subject_key: ACCT_NO
  #     key_type: { constant: account_no }
  #     full_name: NAME
  #     email: E-MAIL
  #     date_of_birth: DOB
  # core.csv holds a further key of its persons, CIF; name its system and uncomment:
  # - table: identity_keys
  #   file: core.csv
  #   columns:
  #     system_id: { constant: "" } # needed: id of the system whose file it is
  #     subject_key: ACCT_NO
  #     key_type: { constant: customer_no }
  #     value_norm: CIF
`);
    expect(text.slice(text.indexOf('  # list.csv'))).not.toContain('table: customers');
  });

  it('offers flags that no mapping knows as choices, one record each, and who the persons are', async () => {
    const files = {
      'app.csv': 'user_id,email,push_on,no_contact,updated_at\nu1,a@example.com,Y,0,2025-05-05\n',
    };
    const text = await withFolder(files, scaffold);
    expect(
      text.slice(text.indexOf('  # app.csv'), text.indexOf('  # app.csv says')),
    ).toBe(`  # app.csv may hold choices, one a flag; say what each is about, see which word allows, and uncomment:
  # - table: preferences
  #   file: app.csv
  #   columns:
  #     system_id: { constant: "" } # needed: id of the system whose file it is
  #     subject_key: user_id
  #     key_type: { constant: user_id }
  #     kind: { constant: consent }
  #     lob: { constant: "*" }
  #   records:
  #     - { comm_type: { constant: "" }, channel: { constant: "" }, value: { from: "push_on", values: { "Y": opt_in, "n": opt_out } } }
  #     - { comm_type: { constant: "" }, channel: { constant: "" }, value: { from: "no_contact", values: { "0": opt_in, "1": opt_out } } }
`);
    expect(text).toContain('  # - table: customers\n  #   file: app.csv');
  });

  it('takes a long file of choices for one by its key and its choice', async () => {
    const files = {
      'long.csv': 'customer_no,channel,purpose,choice,date\n7,email,offers,opt_out,2025-05-05\n',
    };
    const text = await withFolder(files, scaffold);
    expect(text).toContain('# long.csv may be preferences; complete the columns and uncomment:');
    expect(text).toContain('#     comm_type: purpose\n');
    expect(text).toContain('#     value: choice\n');
    expect(text).toContain('#     valid_from: date\n');
  });

  it('recognises folders of mails and logs of mail servers by their names and lines', async () => {
    const log = 'Nov 22 10:00:01 mx1 postfix/qmgr[9]: 3F2A1B0C9D: removed\n';
    const files = {
      'in/a.eml': 'From: x@example.org\n\n',
      'in/b.eml': 'From: x@example.org\n\n',
      'box/cur/17690.M1.mx:2,S': 'From: x@example.org\n\n',
      'old.mbox': 'From x Thu Jan 22 20:50:02 2026\n',
      'log/maillog-20261122': log,
      'mta/mail.log': log,
      'mta/mail.log.1': log,
      'app.log': 'started\n',
    };
    const text = await withFolder(files, scaffold);
    expect(text.match(/(?:file|format): .*/g)).toEqual([
      'file: "box"',
      'format: mail',
      'file: "in/*.eml"',
      'format: mail',
      'file: "old.mbox"',
      'format: mail',
      'file: "log/maillog-20261122"',
      'format: postfix',
      'file: "log/maillog-20261122"',
      'format: postfix',
      'file: "mta/mail.log*"',
      'format: postfix',
      'file: "mta/mail.log*"',
      'format: postfix',
    ]);
  });
});

describe('a log of delivery in the folder', () => {
  it('is given as what it is, of the system its vendor is called, however large', async () => {
    const event = { email: 'a@example.com', timestamp: 1780300800, event: 'delivered', sg_message_id: 'm1' };
    const large = `${JSON.stringify({ ...event, pad: 'x'.repeat(2000) })}\n`.repeat(18_000);
    const text = await withFolder({ 'log.jsonl': large }, scaffold);
    const system = 'columns: { system_id: { constant: sendgrid } } # or what your inventory calls the system';
    expect(text.slice(text.indexOf('sources:'))).toBe(`sources:
  - table: delivery_events # SendGrid, Event Webhook
    file: log.jsonl
    mapping: sendgrid-events
    ${system}
  - table: sends # SendGrid, Event Webhook, messages sent
    file: log.jsonl
    mapping: sendgrid-sends
    ${system}
`);
  });

  it('takes a yes to mail for no mailbox, and a yes to none for a no', async () => {
    const files = { 'people.csv': 'Cust No;E-Mail;Opt In Mail;no_sms\n1001;a@example.org;J;N\n' };
    const text = await withFolder(files, scaffold);
    expect(text).toContain('email: E-Mail');
    expect(text).toContain('value: { from: "Opt In Mail", values: { "J": opt_in } }');
    expect(text).toMatch(/value: \{ from: "no_sms", values: \{ "N": opt_in, .*: opt_out \} \}/);
  });
});
