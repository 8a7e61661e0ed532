Bonjour ${customer.fullName},

nous avons accepté votre prêt de ${loan.amount?string.currency} à ${loan.rate?string.percent}. La première échéance est le ${loan.firstPaymentDate?date}.
<#if advisor??>${advisor.name} répond à vos questions : ${advisor.phone}</#if>
Signer le contrat : ${signUrl}
