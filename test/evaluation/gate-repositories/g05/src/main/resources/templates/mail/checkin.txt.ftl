${texts.mail("greeting", passenger.firstName)}

${texts.mail("checkin.body", flight.number, flight.departure)}
<#if seat??>
${texts.mail("checkin.seat", seat)}
</#if>

${texts.mail("checkin.button")}: ${checkinUrl}

${texts.mail("footer.legal")}
