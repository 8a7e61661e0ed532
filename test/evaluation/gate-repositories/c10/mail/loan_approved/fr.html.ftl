<!DOCTYPE html>
<html lang="fr">
<body>
<p>Bonjour ${customer.fullName?html},</p>
<p>nous avons accepté votre prêt de ${loan.amount?string.currency} à ${loan.rate?string.percent}. La première échéance est le ${loan.firstPaymentOn?date}.</p>
<#if advisor??><p>${advisor.name} répond à vos questions : ${advisor.phone}</p></#if>
<p><a href="${signUrl">Signer le contrat</a></p>
</body>
</html>
