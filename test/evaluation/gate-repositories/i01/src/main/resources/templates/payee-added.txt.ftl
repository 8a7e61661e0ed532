${msg("greeting", customer.firstName)}

${msg("payee.added.body", payee, addedAt)}

${msg("payee.added.warning.text")}

${msg("footer.legal")}
