<?php

return [
    'greeting' => 'Hello :name,',
    'login_code' => [
        'subject' => 'Sign in to Lumara',
        'body' => 'Your sign-in code is',
        'expiry' => 'The code is valid for :minutes minutes. Do not share it with anyone.',
    ],
    'identity_check' => [
        'subject' => 'Please confirm your identity',
        'body' => 'To keep your number we ask you for the following: :steps. Please do so by :deadline.',
    ],
    'offers' => [
        'subject' => 'An offer for you',
        'body' => 'This month: :offer',
        'footer' => 'You get this mail because you asked for offers. Unsubscribe: :unsubscribe_url',
    ],
];
