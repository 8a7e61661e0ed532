<?php

return [
    'greeting' => 'Hello :name,',
    'footer' => 'Seguralia Seguros S.A., Rua do Carmo 40, 1200-094 Lisbon, Portugal',

    'received' => [
        'subject' => 'We have your claim',
        'body' => 'Your claim has the number :claim.',
        'no_repair' => 'Please do not have the damage repaired before our assessor has seen it.',
        'you_wrote' => 'You wrote to us:',
        'answer' => 'We will answer within 24 hours.',
        'button' => 'Follow your claim',
    ],

    'followup' => [
        'subject' => 'Your claim: the next step',
        'body' => ':assessor is looking after your claim :claim.',
        'next' => 'The assessor will call you to agree on a date.',
    ],

    'paid' => [
        'subject' => 'Your claim has been paid',
        'body' => 'We have sent :amount to your account ending in :tail.',
        'objection' => 'If you do not agree with the amount, you can object within 30 days.',
    ],

    'offer' => [
        'subject' => 'An offer for your next year',
        'body' => 'Renew your policy now and keep this year\'s price.',
        'button' => 'See the offer',
        'unsubscribe' => 'Unsubscribe from offers',
    ],
];
