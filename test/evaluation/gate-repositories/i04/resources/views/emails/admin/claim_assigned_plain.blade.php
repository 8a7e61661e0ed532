Hello {{ $handlerName }},

claim {{ $claimNumber }} was assigned to you.

Open the claim in the back office: {{ $backofficeUrl }}
