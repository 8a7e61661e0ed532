<!DOCTYPE html>
<html lang="en">
<body>
<p>Dear ${customer.fullName?html},</p>
<p>we approved your loan of ${loan.amount?string.currency} at ${loan.rate?string.percent}. The first payment is due on ${loan.firstPaymentOn?date}.</p>
<#if advisor??><p>${advisor.name} answers your questions: ${advisor.phone}</p></#if>
<p><a href="${signUrl}">Sign the contract</a></p>
</body>
</html>
