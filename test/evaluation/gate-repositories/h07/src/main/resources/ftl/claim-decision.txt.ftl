<#ftl output_format="plainText">
${text("hello", name)}

${text("decision.text", claimNo, amount, payDay)}
<#if excess??>
${text("decision.excess", excess)}

${text("decision.appeal")}

${text("decision.read")}: ${decisionUrl}

${text("footer")}
