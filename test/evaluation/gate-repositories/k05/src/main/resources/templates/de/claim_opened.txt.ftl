Guten Tag ${firstName}

Wir haben Ihren Schadenfall ${claimNumber} eröffnet. ${handlerName} kümmert sich darum.
Schadenfall verfolgen: ${claimUrl}

Alpina Versicherungen AG, Bergstrasse 9, 8001 Zürich
