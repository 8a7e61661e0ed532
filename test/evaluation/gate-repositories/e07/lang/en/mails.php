<?php

return [
    'order' => [
        'title' => 'Order :number',
        'hello' => 'Hello :Name,',
        'items' => '{0} Your basket is empty.|{1} You ordered one book.|[2,*] You ordered :count books.',
        'total' => 'Total: :total (VAT included)',
        'pickup' => 'Your books wait for you on :day from :from. We are open 9:30 to 18:00.',
        'delivery' => 'We will write again when the parcel leaves.',
        'button' => 'See the order',
        'help' => 'Questions? :link',
    ],
];
