<?php

return [
    'hello' => 'Hello :name,',
    'footer' => 'Studio Hollow, 7 Canal Walk, Manchester M1 4FB',
    'booking' => [
        'subject' => 'Your course is booked',
        'body' => 'you booked :seats places for :course on :date.',
        'action' => 'See the booking',
    ],
    'reminder' => [
        'subject' => 'Your course starts soon',
        'body' => 'your course :course starts soon. We look forward to seeing you.',
        'bring' => 'Please bring comfortable clothes.',
    ],
    'goodbye' => [
        'subject' => 'Your account is closed',
        'body' => 'we closed your account at :studio. Thank you for the time with us!',
    ],
];
