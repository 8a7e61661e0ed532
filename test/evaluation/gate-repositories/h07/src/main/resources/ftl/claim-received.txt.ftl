<#ftl output_format="plainText">
${text("hello", name)}

${text("received.intro", claimNo)}

${text("received.you-wrote")}
${damageText}

${text("received.handler", handlerName, caseHandlerPhone)}

${text("upload")}: ${uploadUrl}

${text("footer")}
