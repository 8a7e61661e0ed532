<?php

return [
    'leak_alarm' => 'Aquanova: el contador :meter marca un caudal constante desde :time. Compruebe si hay una fuga.',
    'works' => 'Aquanova: sin agua el :date de :from a :to por obras en su calle.',
];
