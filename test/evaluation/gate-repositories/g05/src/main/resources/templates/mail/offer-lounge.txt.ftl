${texts.mail("greeting", passenger.firstName)}

${texts.mail("lounge.body", price)}

${texts.mail("lounge.button")}: ${loungeUrl}
${texts.mail("lounge.unsubscribe")}: ${loungeUrl}

${texts.mail("footer.legal")}
