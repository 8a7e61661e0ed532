<!DOCTYPE html>
<html lang="fa">
<body>
<p>${customer.fullName?html} گرامی،</p>
<p>وام شما به مبلغ ${loan.amount?string.currency} با نرخ ${loan.rate?string.percent} تأیید شد. نخستین قسط در تاریخ ${loan.firstPaymentOn?date} سررسید می‌شود.</p>
<#if advisor??><p>${advisor.name} به پرسش‌های شما پاسخ می‌دهد: <bdi>${advisor.phone}</bdi></p>
<p><a href="${signUrl}">امضای قرارداد</a></p>
</body>
</html>
