<?php

return [
    'greeting' => 'Hola, :name:',
    'footer' => 'Seguralia Seguros S.A., Rua do Carmo 40, 1200-094 Lisboa, Portugal',

    'received' => [
        'subject' => 'Hemos recibido su parte',
        'body' => 'Su parte tiene el número :claim.',
        'no_repair' => 'Por favor, no haga reparar los daños antes de que los vea nuestro perito.',
        'you_wrote' => 'Usted nos escribió:',
        'answer' => 'Le responderemos en un plazo de 24 horas.',
        'button' => 'Seguir su parte',
    ],

    'followup' => [
        'subject' => 'Su parte: el siguiente paso',
        'body' => ':assessor se ocupa de su parte :claim.',
        'next' => 'Il perito la chiamerà per concordare una data.',
    ],

    'paid' => [
        'subject' => 'Su indemnización ha sido abonada',
        'body' => 'Hemos enviado :amount a su cuenta terminada en :tail.',
        'objection' => 'Si no está de acuerdo con el importe, puede reclamar en un plazo de 30 días.',
    ],

    'offer' => [
        'subject' => 'Una oferta para su próximo año',
        'body' => 'Renueve ahora su póliza y conserve el precio de este año.',
        'button' => 'Ver la oferta',
        'unsubscribe' => 'Darse de baja de las ofertas',
    ],
];
