<?php

return [
    'hello' => 'Hej :name,',
    'footer' => [
        'help' => 'Ring oss vardagar kl. 9–17:',
    ],
    'shipped' => [
        'subject' => 'Din beställning :order är på väg',
        'intro' => 'Vi har lämnat beställning :order till :carrier.',
        'gift' => 'Texten på ditt presentkort:',
        'track' => 'Följ paketet',
        'returns' => 'Du kan skicka tillbaka allt utan kostnad inom 14 dagar.',
    ],
    'reset' => [
        'subject' => 'Välj ett nytt lösenord',
        'intro' => 'Du har bett om ett nytt lösenord. Länken gäller i 60 minuter.',
        'button' => 'Välj ett nytt lösenord',
        'not_you' => 'Om du inte har bett om detta, låt lösenordet vara och radera mejlet.',
    ],
    'return' => [
        'subject' => 'Vi har fått din retur',
        'intro' => 'Din retur för beställning :order har kommit fram.',
        'see' => 'Se alla dina returer:',
    ],
    'news' => [
        'subject' => 'Nytt för den kalla säsongen',
        'intro' => 'Den här veckan :discount % rabatt på alla jackor.',
        'button' => 'Se jackorna',
        'unsubscribe' => 'Avsluta nyhetsbrevet: :url',
        'unsubscribe_html' => '<a href=":url">Avsluta nyhetsbrevet</a>',
    ],
    'basket' => [
        'items' => '{0} Varukorgen är tom|{1} En vara|[2,*] :count varor',
    ],
];
