<?php

return [
    'greeting' => 'Buongiorno :name,',
    'footer' => 'Seguralia Seguros S.A., Rua do Carmo 40, 1200-094 Lisbona, Portogallo',

    'received' => [
        'subject' => 'Abbiamo ricevuto la sua denuncia',
        'body' => 'La sua denuncia ha il numero :claim.',
        'no_repair' => 'La preghiamo di non far riparare i danni prima che il nostro perito li abbia visti.',
        'you_wrote' => 'Ci ha scritto:',
        'answer' => 'Le risponderemo entro 24 ore.',
        'button' => 'Segui la pratica',
    ],

    'followup' => [
        'subject' => 'La sua pratica: il prossimo passo',
        'body' => ':assessor si occupa della sua pratica :claim.',
        'next' => 'Il perito la chiamerà per concordare una data.',
    ],

    'paid' => [
        'subject' => 'Il suo sinistro è stato liquidato',
        'body' => 'Abbiamo inviato :importo sul suo conto che termina con :tail.',
        'objection' => 'Se non è d\'accordo con l\'importo, può presentare reclamo entro 30 giorni.',
    ],

    'offer' => [
        'subject' => 'Un\'offerta per il prossimo anno',
        'body' => 'Rinnovi ora la polizza e mantenga il prezzo di quest\'anno.',
        'button' => 'Vedi l\'offerta',
        'unsubscribe' => 'Non ricevere più offerte',
    ],
];
