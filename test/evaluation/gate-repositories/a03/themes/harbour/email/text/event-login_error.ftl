<#ftl output_format="plainText">
${msg("eventLoginErrorBody",event.date?datetime,event.ipAddress)}
