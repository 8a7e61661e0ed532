<?php

return [
    'leak_alarm' => 'Aquanova: wodomierz :meter pokazuje ciagly przeplyw od :time. Sprawdz, czy nie ma wycieku.',
    'works' => 'Aquanova: TODO tekst od Kasi :date :from :to',
];
