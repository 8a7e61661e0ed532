<?php

return [
    'footer' => [
        'legal' => 'Aquanova Water plc, 12 Reservoir Road, Dublin D08 X2P4',
        'contact' => 'Contattaci',
    ],
    'bill_ready' => [
        'subject' => 'La tua bolletta dell\'acqua di :period',
        'title' => 'La tua bolletta dell\'acqua',
        'greeting' => 'Gentile :name,',
        'body' => 'L\'importo della bolletta è :ammount. Ti preghiamo di pagarla entro il :due_date.',
        'autopay' => 'Non devi fare nulla: la addebiteremo sul tuo conto :iban.',
        'open' => 'Apri la bolletta',
        'late_fee' => 'Se riceviamo il pagamento con più di 14 giorni di ritardo, ti addebitiamo 12 €.',
    ],
    'meter_reading' => [
        'subject' => 'Inviaci la lettura del contatore',
        'title' => 'La lettura del tuo contatore',
        'greeting' => 'Gentile :name,',
        'body' => '{1} Leggi il contatore :meter entro :count giorno.|[2,*] Leggi il contatore :meter entro :count giorni.',
        'send' => 'Invia la lettura',
    ],
    'incident_supply' => [
        'subject' => 'Manca l\'acqua a :district',
        'title' => 'Sei senza acqua',
        'what' => 'Una condotta si è rotta a :district alle :time e le nostre pompe hanno perso pressione. Ci scusiamo per il disagio che ti causiamo.',
        'effect' => 'Non hai acqua, o ne hai pochissima. Quando tornerà, potrà essere torbida per alcune ore.',
        'action' => 'Tieni chiusi i rubinetti. Puoi ritirare acqua potabile presso :point.',
        'contact' => 'Domande? Il nostro team per le emergenze risponde giorno e notte al 1800 303 240.',
    ],
];
