<?php

return [
    'hello' => 'Buongiorno :name,',
    'footer' => 'Studio Hollow, 7 Canal Walk, Manchester M1 4FB',
    'booking' => [
        'subject' => 'Il suo corso è prenotato',
        'body' => 'ha prenotato :seats posti per :course il :date.',
        'action' => 'Vedi la prenotazione',
    ],
    'reminder' => [
        'subject' => 'Il suo corso inizia tra poco',
        'body' => 'il suo corso :course inizia il :date. Non vediamo l\'ora di incontrarla.',
        'bring' => 'Porti abiti comodi.',
    ],
    'goodbye' => [
        'subject' => 'Il suo account è chiuso',
        'body' => 'abbiamo chiuso il suo account presso :studio. Grazie per il tempo passato con noi!',
    ],
];
