${msg("greeting", customer.firstName)}

${msg("card.blocked.intro", cardTail, blockedAt)}

${msg("card.blocked.next")}
${secureUrl}

${msg("footer.legal")}
