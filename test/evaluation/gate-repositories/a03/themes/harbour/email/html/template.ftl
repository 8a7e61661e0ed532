<#macro emailLayout>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head><meta charset="utf-8"><title>Harbour ID</title></head>
<body>
  <#nested>
  <p>${msg("emailFooter")}</p>
</body>
</html>
</#macro>
