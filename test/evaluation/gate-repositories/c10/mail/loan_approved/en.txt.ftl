Dear ${customer.fullName},

we approved your loan of ${loan.amount?string.currency} at ${loan.rate?string.percent}. The first payment is due on ${loan.firstPaymentOn?date}.
<#if advisor??>${advisor.name} answers your questions: ${advisor.phone}</#if>
Sign the contract: ${signUrl}
