<#ftl output_format="plainText">
<#if name??>${msg("hello.name", name)}<#else>${msg("hello")}</#if>

${msg("tips.intro")}
${msg("tips.read")}: ${tipUrl}

${msg("tips.why")}
${msg("tips.stop")}: ${unsubscribeUrl}

--
${msg("footer.text")}
