<?php

return [
    'greeting' => 'Merhaba :name,',
    'login_code' => [
        'subject' => 'Lumara girişi',
        'body' => 'Giriş kodunuz:',
        'expiry' => 'Kod 10 dakika geçerlidir. Kimseyle paylaşmayın.',
    ],
    'identity_check' => [
        'subject' => 'Lütfen kimliğinizi doğrulayın',
        'body' => 'Numaranızı korumak için sizden şunları istiyoruz: :steps. Lütfen :deadline tarihine kadar yapın.',
    ],
    'offers' => [
        'subject' => 'Size özel bir teklif',
        'body' => 'Bu ay: :offer',
        'footer' => 'Bu e-postayı teklif istediğiniz için alıyorsunuz. Abonelikten çık: :unsubscribe_url',
    ],
];
