<?php

return [
    'login_code' => 'Lumara : :code est votre code. Il est valable :minutes minutes. Ne le partagez pas.',
    'top_up_confirmed' => 'Lumara : nous avons ajouté :amount. Votre solde est de :balance.',
    'device_ready' => 'Lumara : votre :device vous attend chez :shop jusqu\'au :until. Apportez votre carte d\'identité.',
    'bill_overdue' => 'Lumara : votre facture de :amount devait être payée le :due. Payez ici : :pay_url',
    'data_used' => 'Lumara : :percent de vos data sont utilisés. Renouvellement le :renews_on.',
];
