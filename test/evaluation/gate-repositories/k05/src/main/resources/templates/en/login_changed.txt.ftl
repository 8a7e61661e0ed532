Dear ${firstName},

The password of your account was changed at ${changedAt}.
If you did not do this, lock your account: ${secureUrl}

Alpina Versicherungen AG, Bergstrasse 9, 8001 Zürich
