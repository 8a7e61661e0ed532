<?php

return [
    'greeting' => 'Hola :name:',
    'login_code' => [
        'subject' => 'Acceso a Lumara',
        'body' => 'Su clave de acceso es',
        'expiry' => 'La clave vale durante :minutes minutos. No la comparta con nadie.',
    ],
    'identity_check' => [
        'subject' => 'Confirme su identidad',
        'body' => 'Para conservar su número le pedimos lo siguiente: :steps. Hágalo antes del :deadline.',
    ],
    'offers' => [
        'subject' => 'Una oferta para usted',
        'body' => 'Este mes: :offer',
        'footer' => 'Recibe este correo porque pidió ofertas. Darse de baja: :unsubscribe_url',
    ],
];
