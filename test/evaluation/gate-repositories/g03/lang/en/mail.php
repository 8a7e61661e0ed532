<?php

return [
    'footer' => [
        'legal' => 'Aquanova Water plc, 12 Reservoir Road, Dublin D08 X2P4',
        'contact' => 'Contact us',
    ],
    'bill_ready' => [
        'subject' => 'Your water bill for :period',
        'title' => 'Your water bill',
        'greeting' => 'Dear :name,',
        'body' => 'Your bill is :amount. Please pay it by :due_date.',
        'autopay' => 'You need not do anything: we collect it from your account :iban.',
        'open' => 'Open the bill',
        'late_fee' => 'If we receive your payment more than 14 days late, we charge €12.',
    ],
    'meter_reading' => [
        'subject' => 'Please send us your meter reading',
        'title' => 'Your meter reading',
        'greeting' => 'Dear :name,',
        'body' => '{1} Please read meter :meter within :count day.|[2,*] Please read meter :meter within :count days.',
        'send' => 'Send the reading',
    ],
    'incident_supply' => [
        'subject' => 'No water in :district',
        'title' => 'Your water is off',
        'what' => 'A main burst in :district at :time, and our pumps lost pressure. We are sorry for the trouble this causes you.',
        'effect' => 'You have no water, or very little. Once it is back it may be cloudy for some hours.',
        'action' => 'Please keep your taps closed. You can fetch drinking water at :point.',
        'contact' => 'Questions? Our incident team is there for you day and night on 1800 303 240.',
    ],
];
