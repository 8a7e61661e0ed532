<?php

return [
    'hello' => 'Bonjour {name},',
    'footer' => 'Studio Hollow, 7 Canal Walk, Manchester M1 4FB',
    'booking' => [
        'subject' => 'Votre cours est réservé',
        'body' => 'vous avez réservé :seats places pour :course le :date.',
        'action' => 'Voir la réservation',
    ],
    'reminder' => [
        'subject' => 'Votre cours commence bientôt',
        'body' => 'votre cours :course commence bientôt. Nous avons hâte de vous voir.',
        'bring' => 'Merci d\'apporter des vêtements confortables.',
    ],
    'goodbye' => [
        'subject' => 'Votre compte est fermé',
        'body' => 'nous avons fermé votre compte chez :studio. Merci pour ce temps passé ensemble !',
    ],
];
