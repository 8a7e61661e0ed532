<?php

return [
    'hello' => 'Bonjour :name,',
    'footer' => [
        'help' => 'Appelez-nous en semaine de 9 h à 17 h :',
    ],
    'shipped' => [
        'subject' => 'Votre commande :order est en route',
        'intro' => 'Nous avons remis la commande :order à :carrier.',
        'gift' => 'Le texte de votre carte cadeau :',
        'track' => 'Suivre le colis',
        'returns' => 'Vous pouvez tout renvoyer gratuitement dans les 30 jours.',
    ],
    'reset' => [
        'subject' => 'Choisissez un nouveau mot de passe',
        'intro' => 'Vous avez demandé un nouveau mot de passe. Le lien est valable 60 minutes.',
        'button' => 'Choisir un nouveau mot de passe',
        'not_you' => 'Si vous n\'avez rien demandé, gardez votre mot de passe et supprimez ce message.',
    ],
    'return' => [
        'subject' => 'Nous avons reçu votre retour',
        'intro' => 'Votre retour pour la commande :order est arrivé. Nous vous remboursons :amount.',
        'see' => 'Voir tous vos retours :',
    ],
    'news' => [
        'subject' => 'Nouveautés pour la saison froide',
        'intro' => 'Cette semaine, :discount % de remise sur toutes les vestes.',
        'button' => 'Voir les vestes',
        'unsubscribe' => 'Arrêter la lettre d\'information : :url',
        'unsubscribe_html' => '<a href=":url">Arrêter la lettre d\'information</a>',
    ],
    'basket' => [
        'items' => '{0} Votre panier est vide|{1} Un article|[2,*] :count articles',
    ],
];
