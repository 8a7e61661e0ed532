${msg("greeting", customer.firstname)}

${msg("transfer.done.body", amount, payee, executedOn)}

${msg("footer.legal")}
