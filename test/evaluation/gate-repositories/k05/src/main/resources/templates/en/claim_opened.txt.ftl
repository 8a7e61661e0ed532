Dear ${firstName},

We have opened your claim ${claimNumber}. ${handlerName} is looking after it.
Follow your claim: ${claimUrl}

Alpina Versicherungen AG, Bergstrasse 9, 8001 Zürich
