import i18next from 'i18next';

export const sendParcelSms = (lng, to, code, shop) =>
  sms(to, i18next.t('sms.pickup', { lng, code, shop, hours: 48 }));
export const pushMessages = (lng, count) =>
  push({ title: i18next.t('push.messages.title', { lng }), body: i18next.t('push.messages.body', { lng, count }) });
