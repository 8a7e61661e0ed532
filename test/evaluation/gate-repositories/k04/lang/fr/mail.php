<?php

return [
    'greeting' => 'Bonjour :name,',
    'login_code' => [
        'subject' => 'Connexion à Lumara',
        'body' => 'Votre code de connexion est',
        'expiry' => 'Le code est valable :minutes minutes. Ne le partagez avec personne.',
    ],
    'identity_check' => [
        'subject' => 'Confirmez votre identité',
        'body' => 'Pour conserver votre numéro, merci de faire le nécessaire avant le :deadline.',
    ],
    'offers' => [
        'subject' => 'Une offre pour vous',
        'body' => 'Ce mois-ci : :offer',
        'footer' => 'Vous recevez ce message car vous avez demandé nos offres. Se désabonner : :optout_link',
    ],
];
