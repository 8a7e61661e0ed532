${msg("greeting", customer.firstName)}

${msg("password.reset.body", minutes)}

${msg("password.reset.button")}: ${resetUrl}

${msg("footer.legal")}
