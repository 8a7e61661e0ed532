<?php

return [
    'leak_alarm' => 'Aquanova: meter :meter has shown a steady flow since :time. Please check for a leak.',
    'works' => 'Aquanova: no water on :date from :from to :to because of works in your street.',
];
