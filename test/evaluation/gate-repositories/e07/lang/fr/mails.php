<?php

return [
    'order' => [
        'title' => 'Commande :number',
        'hello' => 'Bonjour :Name,',
        'items' => '{0} Votre panier est vide.|{1} Vous avez commandé un livre.|[2,*] Vous avez commandé :count livres.',
        'total' => 'Total : :total (TVA comprise)',
        'pickup' => 'Vos livres vous attendent :day à partir de :from. Nous sommes ouverts de 9:30 à 18:00.',
        'delivery' => 'Nous vous écrirons dès que le colis partira.',
        'button' => 'Voir la commande',
        'help' => 'Une question ? :link',
    ],
];
