${msg("login.code.body", code, minutes)}

${msg("login.code.share")}

${msg("footer.legal")}
