<?php

return [
    'leak_alarm' => 'Aquanova: il contatore :meter segna un flusso costante dalle :time. Controlla se ci sono perdite.',
    'works' => 'Aquanova: niente acqua il :date dalle :from alle :to per lavori nella tua via.',
];
