import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openQuestions, type Seen } from '../../src/intake/questions/index.js';
import type { Finding } from '../../src/model/finding.js';
import type { Question, QuestionTopic } from '../../src/model/intake.js';
import { readIntakeTexts } from '../../src/rules/read-intake-texts.js';
import { inventoryOf } from './inventory.js';

const packs = fileURLToPath(new URL('../../rules', import.meta.url));
const english = await readIntakeTexts(packs, 'en');
const persian = await readIntakeTexts(packs, 'fa');

const complete = {
  owners: [
    { owner_id: 'ann', name: 'Ann', contact: 'ann@bank.example' },
    { owner_id: 'bob', name: 'Bob', contact: 'bob@bank.example' },
  ],
  silos: [{ silo_id: 'cards', name: 'Cards', owner: 'ann' }],
  systems: [
    { system_id: 'crm', name: 'Relations', silo_id: 'cards', kind: 'crm' },
    { system_id: 'core', name: 'Ledger', silo_id: 'cards', kind: 'core', owner: 'bob' },
  ],
  system_fields: [
    { system_id: 'crm', field: 'contact', role: 'masters', agent_can_edit: 'true' },
    { system_id: 'core', field: 'contact.email', role: 'holds', agent_can_edit: 'false' },
  ],
  flows: [
    {
      flow_id: 'f',
      from_system_id: 'crm',
      to_system_id: 'core',
      mechanism: 'api',
      latency: 'PT1H',
      owner: 'bob',
    },
  ],
  flow_fields: [
    { flow_id: 'f', source_field: 'contact.email', target_field: 'contact.email', key_type: 'customer_no' },
  ],
  channels: [
    {
      channel_id: 'p',
      channel: 'post',
      system_id: 'core',
      unit_cost: '0.85',
      currency: 'GBP',
      two_way: 'false',
    },
  ],
  communications: [
    {
      communication_id: 'bill',
      name: 'Bill',
      comm_type: 'statement',
      lob: 'cards',
      owner: 'ann',
      legal_basis: 'contract',
      frequency: 'monthly',
    },
  ],
  communication_steps: [
    {
      communication_id: 'bill',
      channel: 'post',
      ordinal: '1',
      system_id: 'core',
      kind: 'delivery',
      manual: 'false',
    },
  ],
  communication_fields: [{ communication_id: 'bill', field: 'contact.email' }],
  collection_points: [
    {
      collection_point_id: 'desk',
      name: 'Desk',
      system_id: 'crm',
      channel: 'branch',
      actor_type: 'agent',
      process: 'onboarding',
      persons_per_month: '10',
    },
  ],
  collection_point_fields: [
    {
      collection_point_id: 'desk',
      field: 'contact.email',
      required: 'true',
      prefilled: 'false',
      purpose: 'letters',
    },
  ],
} as const;
type Given = Parameters<typeof inventoryOf>[0];
const withChange = (change: Given) => inventoryOf({ ...complete, ...change });

const ask = (change: Given, seen?: Seen): Question[] => openQuestions(withChange(change), [], seen, english);
const shown = ({ topic, owner_id, subject }: Question): string =>
  `${topic} ${owner_id ?? 'nobody'} ${subject}`;
const only = (topic: QuestionTopic, questions: readonly Question[]): Question[] =>
  questions.filter((one) => one.topic === topic);

describe('an inventory by itself', () => {
  it('leaves nothing to ask when it is complete', () => {
    expect(ask({})).toEqual([]);
  });

  it.each<[string, Given, string[]]>([
    [
      'an owner nobody can reach',
      { owners: [{ owner_id: 'ann', name: 'Ann' }, complete.owners[1]] },
      ['unknown_values ann owner:ann'],
    ],
    [
      'a name that its sheet does not list, once for all its rows',
      {
        silos: [
          { ...complete.silos[0], owner: 'zoe' },
          { silo_id: 'x', name: 'X', owner: 'zoe' },
        ],
      },
      ['unknown_reference zoe silo:cards'],
    ],
    [
      'a system that nobody answers for, to nobody',
      { silos: [{ silo_id: 'cards', name: 'Cards' }] },
      ['unknown_values nobody silo:cards', 'unknown_values nobody system:crm'],
    ],
    [
      'a flow without delay, to whoever owns it',
      { flows: [{ ...complete.flows[0], latency: '' }] },
      ['unknown_values bob flow:f'],
    ],
    [
      'a flow without owner, to the owner of its giver',
      {
        flows: [
          { flow_id: 'f', from_system_id: 'crm', to_system_id: 'core', mechanism: 'batch', latency: 'P1D' },
        ],
      },
      ['unknown_values ann flow:f'],
    ],
    [
      'a thing of which a sheet says nothing',
      {
        communications: [
          complete.communications[0],
          { ...complete.communications[0], communication_id: 'ad', name: 'Ad' },
        ],
      },
      ['nothing_listed ann comm:ad', 'nothing_listed ann comm:ad'],
    ],
    [
      'a field that several hold and none masters',
      {
        system_fields: complete.system_fields.map((row) => ({
          ...row,
          field: 'contact.email',
          role: 'holds',
        })),
      },
      ['no_master nobody field:contact.email'],
    ],
    [
      'a field whose master the trusted sources name is settled',
      {
        system_fields: complete.system_fields.map((row) => ({
          ...row,
          field: 'contact.email',
          role: 'holds',
        })),
        authorities: [{ field: 'contact', system_id: 'crm', rank: '1' }],
      },
      [],
    ],
    [
      'a retired flow is asked nothing',
      {
        flows: [
          ...complete.flows,
          {
            flow_id: 'old',
            from_system_id: 'crm',
            to_system_id: 'core',
            mechanism: 'file',
            status: 'retired',
          },
        ],
      },
      [],
    ],
  ])('asks about %s', (_, change, expected) => {
    expect(ask(change).map(shown)).toEqual(expected);
  });

  it('asks about cells that could not be used, whether empty or unreadable', () => {
    const cell = {
      table: 'systems',
      file: 'i.xlsx#Systems',
      row: 7,
      column: 'name',
      expected: 'a value',
    } as const;
    const bad = [
      { ...cell, value: null },
      { ...cell, column: 'kind', value: 'robot' },
    ];
    expect(openQuestions(withChange({}), bad, undefined, english).map(({ question }) => question)).toEqual([
      'Row 7 of i.xlsx#Systems has “robot” under Kind; expected: a value. What is meant?',
      'Row 7 of i.xlsx#Systems is not used as long as Name is empty. What is it?',
    ]);
  });

  it('asks in the words of the reader', () => {
    const [question] = openQuestions(
      withChange({ flows: [{ ...complete.flows[0], latency: '' }] }),
      [],
      undefined,
      persian,
    );
    expect(question!.question).toBe('f: لطفاً در برگهٔ جریان‌ها پر کنید: تأخیر.');
  });
});

const nothingSeen: Seen = { sent: [], choices: [], silentSystems: [], findings: [] };
const sent = { system: 'core', communication: 'bill', channel: 'post', messages: 12 };

describe('an inventory held against records', () => {
  it('repeats findings in the words of the reader, with how long things took', () => {
    const finding = {
      rule: 'flow/undeclared',
      case: 'several',
      subject: 'pair:crm>core/preference',
      message: 'Changes arrive.',
      suppression: null,
      owners: [],
      args: {
        changes: 606,
        arrived: 600,
        time: '97 minutes',
        low: '97.8 %',
        high: '99.5 %',
        from: 'A',
        to: 'B',
      },
    } as unknown as Finding;
    const seen = { ...nothingSeen, findings: [finding] };
    const [asked] = only('finding', openQuestions(withChange({}), [], seen, persian));
    expect(asked!.question).toBe(
      'داده‌ها چیز دیگری می‌گویند. از 606 تغییر میان سامانه‌هایی که راهی میانشان اعلام نشده، 600 تغییر در زمان توافق‌شده ' +
        'رسید، نیمی از آن‌ها پس از 97 دقیقه (بازهٔ ۹۵ درصد از 97.8 % تا 99.5 %)؛ یک جریان از A به B آن را توضیح می‌دهد. ' +
        'فهرست نادرست است یا داده‌ها؟',
    );
  });

  it('leaves nothing to ask when they agree', () => {
    const choices = [{ system: 'core', kind: 'consent', persons: 3 }];
    const declared = [
      ...complete.system_fields,
      { system_id: 'core', field: 'preference', role: 'masters', agent_can_edit: 'true' },
    ];
    expect(ask({ system_fields: declared }, { ...nothingSeen, sent: [sent], choices })).toEqual([]);
  });

  it('is asked about messages that leave where no step leads, and about senders that are no step', () => {
    const seen = {
      ...nothingSeen,
      sent: [
        sent,
        { ...sent, channel: 'sms' },
        { ...sent, system: 'crm', channel: 'sms' },
        { ...sent, system: 'crm' },
      ],
    };
    expect(ask({}, seen).map(({ question }) => question)).toEqual([
      '24 messages of Bill (bill) went out by text message, but no step of it leads to text message. Which systems does it pass there?',
      'Relations (crm) sent 12 messages of Bill (bill) by letter, but is no step of it. Is a step missing, or is this sending not meant to be?',
    ]);
  });

  it('is asked about choices that a system holds and does not declare, and about what the logs never show', () => {
    const seen = {
      ...nothingSeen,
      sent: [{ ...sent, communication: 'other' }],
      choices: [{ system: 'core', kind: 'consent', persons: 3 }],
      silentSystems: ['crm'],
    };
    expect(ask({}, seen).map(shown)).toEqual([
      'silent_communication ann comm:bill',
      'silent_system ann system:crm',
      'undeclared_holder bob system:core',
    ]);
  });

  it('is asked to settle findings that say it is wrong, and no others', () => {
    const finding = (rule: string, subject: string) =>
      ({
        rule,
        subject,
        message: 'Changes arrive.',
        suppression: null,
        owners: [{ role: 'giver', owner_id: 'bob', name: 'Bob' }],
      }) as unknown as Finding;
    const findings = [
      finding('flow/undeclared', 'pair:crm>core/contact.email'),
      finding('flow/one-way', 'pair:crm>core/contact.email'),
    ];
    const asked = only('finding', ask({}, { ...nothingSeen, findings }));
    expect(asked.map(({ owner_id, table, question }) => [owner_id, table, question])).toEqual([
      [
        'bob',
        'flows',
        'The records say otherwise. Changes arrive. Is the inventory wrong, or are the records?',
      ],
    ]);
  });
});
