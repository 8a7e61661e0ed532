<?php

return [
    'bill_ready' => ['title' => 'Nuova bolletta', 'body' => 'La bolletta di :period è nell\'app.'],
    'works' => ['title' => 'Lavori nella tua via', 'body' => 'Niente acqua il :date dalle :from alle :to.'],
];
