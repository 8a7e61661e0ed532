<?php

return [
    'bill_ready' => ['title' => 'Nueva factura del agua', 'body' => 'Su factura de :period está en la aplicación.'],
    'works' => ['title' => 'Obras en su calle', 'body' => ''],
];
