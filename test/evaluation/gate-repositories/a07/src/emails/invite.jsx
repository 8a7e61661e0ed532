import { Body, Button, Html, Text } from '@react-email/components';

export function Invite({ t, lang, name, url, inviter, team, days }) {
  return (
    <Html lang={lang}>
      <Body>
        <Text>{t('common.greeting', { name })}</Text>
        <Text>{t('invite.body', { inviter, team })}</Text>
        <Button href={url}>{t('invite.button')}</Button>
        <Text>{t('invite.expires', { count: days })}</Text>
        <Text>{t('common.footer')}</Text>
      </Body>
    </Html>
  );
}
