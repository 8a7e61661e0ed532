<?php

return [
    'bill_ready' => ['title' => 'Nowy rachunek', 'body' => 'Rachunek za :period jest w aplikacji.'],
    'works' => ['title' => 'Prace na Twojej ulicy', 'body' => 'Bez wody :date od :from do :to.'],
];
