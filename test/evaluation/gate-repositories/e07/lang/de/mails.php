<?php

return [
    'order' => [
        'title' => 'Bestellung :number',
        'hello' => 'Guten Tag :Name,',
        'items' => '{0} Ihr Korb ist leer.|{1} Sie haben ein Buch bestellt.|[2,*] Sie haben :count Bücher bestellt.',
        'total' => 'Summe: :total (inkl. MwSt.)',
        'pickup' => 'Ihre Bücher liegen am :day ab :from Uhr bereit. Wir haben von 9:30 bis 18:00 Uhr geöffnet.',
        'delivery' => 'Wir schreiben Ihnen, sobald das Paket unterwegs ist.',
        'button' => 'Zur Bestellung',
        'help' => 'Fragen? :link',
    ],
];
