${customer.fullName} گرامي،

وام شما به مبلغ ${loan.amount?string.currency} با نرخ ${loan.rate?string.percent} تأیید شد. نخستین قسط در تاریخ ${loan.firstPaymentOn?date} سررسید می‌شود.
<#if advisor??>${advisor.name} به پرسش‌های شما پاسخ می‌دهد: ${advisor.phone}</#if>
امضای قرارداد: ${پیوند_امضا}
