<?php

return [
    'hello' => 'Hallo :name,',
    'footer' => 'Studio Hollow, 7 Canal Walk, Manchester M1 4FB',
    'booking' => [
        'subject' => 'Ihr Kurs ist gebucht',
        'body' => 'Sie haben :anzahl Plätze für :course am :date gebucht.',
        'action' => 'Buchung ansehen',
    ],
    'reminder' => [
        'subject' => 'Ihr Kurs beginnt bald',
        'body' => 'Ihr Kurs :course beginnt bald. Wir freuen uns auf Sie.',
        'bring' => 'Bitte bringen Sie bequeme Kleidung mit.',
    ],
    'goodbye' => [
        'subject' => 'Ihr Konto ist geschlossen',
        'body' => 'wir haben Ihr Konto geschlossen. Danke für die Zeit mit uns!',
    ],
];
