<#ftl output_format="plainText">
${text("hello", name)}

${text("documents.intro", claimNo)}
${text("documents.which", documents, sendBy)}

${text("upload")}: ${uploadUrl}

${text("footer")}
