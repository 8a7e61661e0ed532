<?php

return [
    'hello' => 'Hello :name,',
    'footer' => [
        'help' => 'Call us on weekdays from 9:00 to 17:00:',
    ],
    'shipped' => [
        'subject' => 'Your order :order is on its way',
        'intro' => 'We have handed order :order to :carrier.',
        'gift' => 'The message on your gift card:',
        'track' => 'Follow the parcel',
        'returns' => 'You may send everything back within 30 days, free of charge.',
    ],
    'reset' => [
        'subject' => 'Choose a new password',
        'intro' => 'You asked for a new password. The link works for 60 minutes.',
        'button' => 'Choose a new password',
        'not_you' => 'If you did not ask for this, leave your password as it is and delete this mail.',
    ],
    'return' => [
        'subject' => 'We have received your return',
        'intro' => 'Your return for order :order has arrived. We are paying back :amount.',
        'see' => 'See all your returns:',
    ],
    'news' => [
        'subject' => 'New for the cold season',
        'intro' => 'This week :discount % off all jackets.',
        'button' => 'See the jackets',
        'unsubscribe' => 'Stop the newsletter: :url',
        'unsubscribe_html' => '<a href=":url">Stop the newsletter</a>',
    ],
    'basket' => [
        'items' => '{0} Your basket is empty|{1} One item|[2,*] :count items',
    ],
];
