Guten Tag ${brokerName}

Ihr Bericht für ${month} liegt bereit.
Bericht öffnen: ${reportUrl}

Alpina Versicherungen AG, Bergstrasse 9, 8001 Zürich
