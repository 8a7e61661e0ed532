${msg("greeting", customer.firstName)}

${msg("dispute.documents.body", documents, dueDate)}

${msg("dispute.documents.keep")}

${msg("dispute.documents.button")}: ${uploadUrl}

${msg("footer.legal")}
