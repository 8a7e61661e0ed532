<?php

return [
    'greeting' => 'Merhaba :name,',
    'footer' => 'Seguralia Seguros S.A., Rua do Carmo 40, 1200-094 Lizbon, Portekiz',

    'received' => [
        'subject' => 'Hasar bildiriminiz elimizde',
        'body' => 'Hasar bildiriminizin numarası: claim.',
        'no_repair' => 'Lütfen eksperimiz görmeden hasarı onartmayın.',
        'you_wrote' => 'Bize şunları yazdınız:',
        'answer' => '24 saat içinde yanıt vereceğiz.',
        'button' => 'Dosyanızı izleyin',
    ],

    'followup' => [
        'subject' => 'Dosyanız: sıradaki adım',
        'body' => ':claim numaralı dosyanızla :assessor ilgileniyor.',
        'next' => 'Eksper, randevu için sizi arayacak.',
    ],

    'paid' => [
        'subject' => 'Hasar ödemeniz yapıldı',
        'body' => 'Sonu :tail olan hesabınıza :amount gönderdik.',
        'objection' => 'Tutarı kabul etmiyorsanız 30 gün içinde itiraz edebilirsiniz.',
    ],

    'offer' => [
        'subject' => 'Gelecek yılınız için bir teklif',
        'body' => 'Poliçenizi şimdi yenileyin, bu yılın fiyatı korunsun.',
        'button' => 'Teklifi görün',
        'unsubscribe' => 'Teklif almayı bırak',
    ],
];
