<#-- letter, printed -->
<#setting locale=customer.locale>
<#list customer.addressLines as line>
${line}
</#list>

${.now?date?string.long}

<#if customer.title??>Dear ${customer.title} ${customer.lastName}<#else>Dear customer</#if>,

we read your meter ${meter.serial} on ${reading.plannedOn?date?string.medium}. Please make sure that we can reach it between ${reading.from} and ${reading.to!"noon"}.
<#if reading.alternatives?has_content>
If that does not suit you, choose one of these days:
<#list reading.alternatives as day>  - ${day?date}<#sep>
</#sep></#list>
</#if>

Call us on 01632 960 222 if anything is unclear.

${agent.name}, Birchwood Energy plc
