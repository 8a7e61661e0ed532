${texts.mail("greeting", passenger.firstName)}

${texts.mail("refund.body", amount, paidOn)}

${texts.mail("refund.button")}: ${receiptUrl}

${texts.mail("footer.legal")}
