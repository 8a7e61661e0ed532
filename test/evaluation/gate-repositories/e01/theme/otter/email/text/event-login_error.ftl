<#ftl output_format="plainText">
${msg("eventLoginErrorBody",event.date,event.ipAddress)}
