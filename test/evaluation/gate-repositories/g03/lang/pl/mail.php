<?php

return [
    'footer' => [
        'legal' => 'Aquanova Water plc, 12 Reservoir Road, Dublin D08 X2P4',
        'contact' => 'Skontaktuj się z nami',
    ],
    'bill_ready' => [
        'subject' => 'Twój rachunek za wodę za :period',
        'title' => 'Twój rachunek za wodę',
        'greeting' => 'Dzień dobry, :name,',
        'body' => 'Kwota rachunku to :amount. Prosimy o zapłatę w terminie.',
        'autopay' => 'Nie musisz nic robić: pobierzemy ją z Twojego konta :iban.',
        'open' => 'Otwórz rachunek',
        'late_fee' => 'Jeśli płatność wpłynie z opóźnieniem większym niż 14 dni, naliczymy 12 €.',
    ],
    'meter_reading' => [
        'subject' => 'Prześlij nam odczyt wodomierza',
        'title' => 'Odczyt Twojego wodomierza',
        'greeting' => 'Dzień dobry, :name,',
        'body' => 'Odczytaj wodomierz :meter w ciągu :count dnia.|Odczytaj wodomierz :meter w ciągu :count dni.|Odczytaj wodomierz :meter w ciągu :count dni.',
        'send' => 'Wyślij odczyt',
    ],
    'incident_supply' => [
        'subject' => 'Brak wody: :district',
        'title' => 'Nie masz wody',
        'what' => 'W rejonie :district o :time pękła magistrala i nasze pompy straciły ciśnienie. Przepraszamy za kłopot, który Ci sprawiamy.',
        'effect' => 'Nie masz wody albo masz jej bardzo mało. Gdy wróci, przez kilka godzin może być mętna.',
        'action' => 'Nie odkręcaj kranów. Wodę pitną możesz odebrać tutaj: :point.',
        'contact' => 'Pytania? Nasz zespół awaryjny odpowiada przez całą dobę pod numerem 1800 303 240.',
    ],
];
