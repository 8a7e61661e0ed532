Guten Tag ${firstName}

Das Passwort Ihres Kontos wurde am ${changedAt} geändert.
Wenn Sie das nicht waren, sperren Sie Ihr Konto: ${secureUrl}

Alpina Versicherungen AG, Bergstrasse 9, 8001 Zürich
