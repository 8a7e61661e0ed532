<?php

return [
    'login_code' => 'Lumara: :code giriş kodunuz. :minutes dakika geçerlidir. Kimseyle paylaşmayın.',
    'top_up_confirmed' => 'Lumara: :amount yüklendi. :tariff tarifenizde bakiyeniz :balance.',
    'device_ready' => 'Lumara: :device cihazınız :until tarihine kadar :shop mağazasında sizi bekliyor. Kimliğinizi getirin.',
    'bill_overdue' => 'Lumara: :amount tutarındaki faturanızın son ödeme tarihi :due idi.',
    'data_used' => 'Lumara: internetinizin :percent kadarını kullandınız. Yenilenme tarihi: :renews_on.',
];
