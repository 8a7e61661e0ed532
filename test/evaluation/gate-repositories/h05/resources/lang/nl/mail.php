<?php

return [
    'hello' => 'Hallo :name,',
    'footer' => [
        'help' => 'Bel ons op werkdagen van 9.00 tot 17.00 uur:',
    ],
    'shipped' => [
        'subject' => 'Je bestelling :order is onderweg',
        'intro' => 'We hebben bestelling :bestelling aan :carrier meegegeven.',
        'gift' => 'De tekst op je cadeaukaart:',
        'track' => 'Volg het pakket',
        'returns' => 'Je mag alles binnen 30 dagen gratis terugsturen.',
    ],
    'reset' => [
        'subject' => 'Kies een nieuw wachtwoord',
        'intro' => 'Je hebt om een nieuw wachtwoord gevraagd. De link werkt 60 minuten.',
        'button' => 'Nieuw wachtwoord kiezen',
        'not_you' => 'Heb je hier niet om gevraagd, laat je wachtwoord dan zoals het is en gooi deze mail weg.',
    ],
    'return' => [
        'subject' => 'We hebben je retour ontvangen',
        'intro' => 'Je retour voor bestelling :order is binnen. We betalen :amount terug.',
        'see' => 'Bekijk al je retouren:',
    ],
    'news' => [
        'subject' => 'Nieuw voor het koude seizoen',
        'intro' => 'Deze week :discount % korting op alle jassen.',
        'button' => 'Bekijk de jassen',
        'unsubscribe' => 'Geen nieuwsbrief meer ontvangen',
        'unsubscribe_html' => '<a href=":url">Geen nieuwsbrief meer ontvangen</a>',
    ],
    'basket' => [
        'items' => '{0} Je mandje is leeg|{1} Eén artikel|[2,*] :count artikelen',
    ],
];
