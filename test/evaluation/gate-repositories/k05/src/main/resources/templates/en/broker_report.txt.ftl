Dear ${brokerName},

Your report for ${month} is ready.
Open the report: ${reportUrl}

Alpina Versicherungen AG, Bergstrasse 9, 8001 Zürich
