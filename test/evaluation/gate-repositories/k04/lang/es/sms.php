<?php

return [
    'login_code' => 'Lumara: :code es su clave de acceso. No la comparta con nadie.',
    'top_up_confirmed' => 'Lumara: hemos abonado :amount. Su saldo es ahora :balance.',
    'device_ready' => 'Lumara: su :device le espera hasta el :until. Traiga su documento.',
    'bill_overdue' => 'Lumara: su factura de {amount} venció el :due. Pague en :pay_url',
    'data_used' => 'Lumara: ha usado el :percent de sus datos. Se renuevan el :renews_on.',
];
