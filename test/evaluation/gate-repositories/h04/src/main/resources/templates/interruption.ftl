<#ftl output_format="plainText">
<#if name??>${msg("hello.name", name)}<#else>${msg("hello")}</#if>

${msg("interruption.what", street, day, from, to)}
${msg("interruption.do")}

${msg("interruption.contact")} https://www.acquaviva.example/works

--
${msg("footer.text")}
