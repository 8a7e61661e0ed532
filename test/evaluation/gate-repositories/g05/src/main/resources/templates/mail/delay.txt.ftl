${texts.mail("greeting", passenger.firstName)}

${texts.mail("delay.body", flight.number, newDeparture)}
${texts.mail("delay.sorry")}
${texts.mail("delay.vouchers", vouchers)}

${texts.mail("delay.call")} +44 20 3936 0120

${texts.mail("delay.button")}: ${tripUrl}

${texts.mail("footer.legal")}
