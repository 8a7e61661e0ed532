import { describe, expect, it } from 'vitest';
import { importAsyncApi } from '../../../src/sources/imports/asyncapi/import.js';
import { faultsOf, fixture, leftOutOf, linesOf } from './rows.js';

const imported = importAsyncApi(await fixture('asyncapi'));

/** A document of 3.0 with one operation. */
const v3 = (operation: string, channel = 'address: a') => `asyncapi: 3.0.0
info: { title: App }
channels:
  c:
    ${channel}
operations:
  o: ${operation}
`;
const read = (...texts: string[]) => importAsyncApi(texts.map((text, i) => ({ file: `d${i}.yaml`, text })));

describe('AsyncAPI documents', () => {
  it('make each application a system, and a channel with one known side the place where the other is missing', () => {
    expect(linesOf(imported, 'systems')).toEqual([
      'Mailer, Mailer @4/info',
      'channel:mail/bounced, mail/bounced @19/channels/mail~1bounced/subscribe',
      'Profile Service, Profile Service @3/info',
    ]);
  });

  it('join over a channel what one document of 3.x sends and one of 2.x, written for the client, receives', () => {
    expect(linesOf(imported, 'flows')).toEqual([
      'channel:profile.changed: Profile Service > Mailer, Profile Service, Mailer, stream @9/channels/profile.changed/publish',
      'channel:mail/bounced: Mailer >, Mailer, channel:mail/bounced, stream @19/channels/mail~1bounced/subscribe',
    ]);
  });

  it('carry the fields both sides know, over references into other files and in Avro', () => {
    expect(linesOf(imported, 'flow_fields')).toEqual([
      'channel:profile.changed: Profile Service > Mailer, ProfileChanged.email, ProfileChanged.email, identity @9/channels/profile.changed/publish',
    ]);
    expect(linesOf(imported, 'system_fields')).toEqual([
      'Mailer, ProfileChanged.email, consumes @9/channels/profile.changed/publish',
      'Mailer, ProfileChanged.nickname, consumes @9/channels/profile.changed/publish',
      'Profile Service, ProfileChanged.email, holds @17/operations/tellChanges',
      'Profile Service, ProfileChanged.address.city, holds @17/operations/tellChanges',
    ]);
  });

  it('never ask the network, and say so', () => {
    expect(leftOutOf(imported)).toEqual([
      'message payload in the network: message @20/channels/mail~1bounced/subscribe/message',
    ]);
  });

  it('take a reply the other way', () => {
    const reply = v3(
      '{ action: receive, channel: { $ref: "#/channels/c" }, reply: { channel: { $ref: "#/channels/r" } } }',
      'address: ask\n  r: { address: answer }',
    );
    expect(linesOf(read(reply), 'flows').map((line) => line.split(', ')[0])).toEqual([
      'channel:ask: > App',
      'channel:answer: App >',
    ]);
  });

  it('know a channel without address by its place', () => {
    const text = v3('{ action: send, channel: { $ref: "#/channels/c" } }', 'address: null');
    expect(linesOf(read(text), 'systems')).toContain('channel:d0.yaml#/channels/c, c @7/operations/o');
  });

  it('read payloads that contain themselves', () => {
    const text = `${v3('{ action: send, channel: { $ref: "#/channels/c" } }', 'address: a\n    messages: { m: { payload: { $ref: "#/components/schemas/node" } } }')}components:
  schemas:
    node: { properties: { id: { type: string }, next: { $ref: "#/components/schemas/node" } } }
`;
    expect(linesOf(read(text), 'system_fields')).toEqual([
      'App, m.id, holds @8/operations/o',
      'App, m.next, holds @8/operations/o',
    ]);
  });

  const send = '{ action: send, channel: { $ref: "#/channels/c" } }';
  const broken: [what: string, text: string, faults: string[]][] = [
    [
      'no version',
      'info: { title: App }\n',
      ['d0.yaml:1  d0.yaml cannot be read: no document says which version of AsyncAPI it is'],
    ],
    [
      'a version nobody knows',
      v3(send).replace('3.0.0', '1.2.0'),
      ['d0.yaml:1 /asyncapi d0.yaml cannot be read: this version of AsyncAPI is not known'],
    ],
    [
      'no title',
      v3(send).replace('title', 'name'),
      ['d0.yaml:2 /info d0.yaml cannot be read: the document does not say what it describes'],
    ],
    [
      'no action',
      v3('{ channel: { $ref: "#/channels/c" } }'),
      ['d0.yaml:7 /operations/o d0.yaml cannot be read: an operation needs an action'],
    ],
    [
      'a reference to nothing',
      v3(send.replace('channels/c', 'channels/missing')),
      [
        'd0.yaml:7 /operations/o/channel/$ref d0.yaml cannot be read: a reference leads nowhere: d0.yaml has nothing at /channels/missing',
      ],
    ],
    [
      'a reference into a file nobody named',
      v3(send.replace('#/', 'other.yaml#/')),
      [
        'd0.yaml:7 /operations/o/channel/$ref d0.yaml cannot be read: a reference leads nowhere: no source of asyncapi names the file other.yaml',
      ],
    ],
    [
      'references in a circle',
      v3(send, '$ref: "#/channels/c"'),
      [
        'd0.yaml:7 /operations/o/channel/$ref d0.yaml cannot be read: a reference leads nowhere: references lead in a circle',
      ],
    ],
  ];
  it.each(broken)('are refused with line and pointer: %s', (_, text, faults) => {
    expect(faultsOf(() => read(text))).toEqual(faults);
  });
});
