<#ftl output_format="plainText">
<#if name??>${msg("hello.name", name)}<#else>${msg("hello")}</#if>

${msg("bill.total", total, dueOn)}
<#if overdueCount gt 0>
${msg("bill.overdue", overdueCount)}
</#if>

${msg("bill.pay")}: ${payUrl}

${msg("bill.trouble")}

--
${msg("footer.text")}
