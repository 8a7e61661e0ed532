import { SESClient, SendTemplatedEmailCommand } from '@aws-sdk/client-ses';

const client = new SESClient({});
export const send = (template, to, data) =>
  client.send(
    new SendTemplatedEmailCommand({
      Source: 'service@juniper-energy.example',
      Destination: { ToAddresses: [to] },
      Template: template,
      TemplateData: JSON.stringify(data),
    }),
  );
