<#import "template.ftl" as layout>
<@layout.emailLayout>
${kcSanitize(msg("eventLoginErrorBodyHtml",event.date?datetime,event.ipAddress))?no_esc}
</@layout.emailLayout>
