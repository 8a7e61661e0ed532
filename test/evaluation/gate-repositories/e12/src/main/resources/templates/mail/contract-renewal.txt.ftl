<#import "/spring.ftl" as spring>
<@spring.messageArgs "renewal.hello", [customer.name]/>

<@spring.messageArgs "renewal.body", [contract.number, contract.endsOn, contract.months]/>

<#if (contract.discount!0) gt 0>
<@spring.messageArgs "renewal.discount", [contract.discount?string.percent]/>
</#if>
<#list contract.options as option>
${option?counter}. ${option.label} (${option.price?string["0.00"]} €)
<#else>
<@spring.message "renewal.none"/>
</#list>

<@spring.message "renewal.button"/>: ${renewUrl}
