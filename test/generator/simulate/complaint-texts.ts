/** Words of error reports, by class: English, Arabic, Persian. Invented for this generator. */
export const texts: Record<string, readonly [string, string, string]> = {
  late: [
    'The letter came two weeks after the date on it.',
    'وصلت الرسالة بعد أسبوعين من تاريخها.',
    'نامه دو هفته پس از تاریخ آن رسید.',
  ],
  undelivered: [
    'I was told a message was sent, nothing arrived.',
    'قيل لي إن رسالة أُرسلت ولم يصل شيء.',
    'گفتند پیامی فرستاده شده، چیزی نرسید.',
  ],
  unreadable: [
    'The print is cut off at the right edge.',
    'النص مقطوع من الجهة اليمنى.',
    'متن در سمت راست بریده شده است.',
  ],
  broken_link: [
    'The link in the message opens an empty page.',
    'الرابط في الرسالة يفتح صفحة فارغة.',
    'پیوند پیام صفحه‌ای خالی باز می‌کند.',
  ],
  wrong_language: [
    'I asked for my own language and got another.',
    'طلبت لغتي ووصلتني لغة أخرى.',
    'زبان خودم را خواسته بودم، زبان دیگری رسید.',
  ],
  duplicate: ['The same message arrived twice.', 'وصلت الرسالة نفسها مرتين.', 'همان پیام دو بار رسید.'],
  wrong_name: [
    'The message calls me by a name that is not mine.',
    'الرسالة تخاطبني باسم ليس اسمي.',
    'پیام مرا با نامی خطاب می‌کند که نام من نیست.',
  ],
  wrong_amount: [
    'The charge in the notice is not what I agreed to.',
    'الرسوم في الإشعار غير ما اتفقنا عليه.',
    'کارمزد اعلام‌شده با قرارداد یکی نیست.',
  ],
  wrong_recipient: [
    'My envelope held the letter of another customer.',
    'وجدت في الظرف رسالة عميل آخر.',
    'در پاکت من نامهٔ مشتری دیگری بود.',
  ],
};
export const quietClasses = [
  'late',
  'undelivered',
  'unreadable',
  'broken_link',
  'wrong_language',
  'duplicate',
];
export const languages = ['en', 'ar', 'fa'] as const;
