<?php

return [
    'footer' => [
        'legal' => 'Aquanova Water plc, 12 Reservoir Road, Dublin D08 X2P4',
        'contact' => 'Contacte con nosotros',
    ],
    'bill_ready' => [
        'subject' => 'Su factura del agua de :period',
        'title' => 'Su factura del agua',
        'greeting' => 'Hola, :name:',
        'body' => 'El importe de su factura es :amount. Le rogamos que la pague antes del :due_date.',
        'autopay' => 'No tiene que hacer nada: la cargaremos en su cuenta :iban.',
        'open' => 'Abrir la factura',
        'late_fee' => 'Si recibimos su pago con más de 14 días de retraso, le cobraremos 15 €.',
    ],
    'meter_reading' => [
        'subject' => 'Envíenos la lectura de su contador',
        'title' => 'La lectura de su contador',
        'greeting' => 'Hola, :name:',
        'body' => '{1} Lea el contador :meter en el plazo de :count día.|[2,*] Lea el contador :meter en el plazo de :count días.',
        'send' => 'Enviar la lectura',
    ],
    'incident_supply' => [
        'subject' => 'Sin agua en :district',
        'title' => 'No tiene agua',
        'what' => 'Una tubería principal se rompió en :district a las :time y nuestras bombas perdieron presión. Lamentamos las molestias que le causamos.',
        'effect' => 'No tiene agua o tiene muy poca. Cuando vuelva, puede salir turbia durante unas horas.',
        'action' => 'Mantenga los grifos cerrados. Puede recoger agua potable en :point.',
        'contact' => '¿Preguntas? Nuestro equipo de incidencias le atiende día y noche en el 1800 303 240.',
    ],
];
