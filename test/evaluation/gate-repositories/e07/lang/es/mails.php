<?php

return [
    'order' => [
        'title' => 'Pedido :number',
        'hello' => 'Hola, :Name:',
        'items' => '{0} Su cesta está vacía.|{1} Ha pedido un libro.|[2,*] Ha pedido :count libros.',
        'total' => 'Total: :total (IVA incluido)',
        'pickup' => 'Sus libros le esperan el :day desde las :from. Abrimos de 9:30 a 18:00.',
        'delivery' => 'Le escribiremos cuando salga el paquete.',
        'button' => 'Ver el pedido',
        'help' => '¿Preguntas? :link',
    ],
];
