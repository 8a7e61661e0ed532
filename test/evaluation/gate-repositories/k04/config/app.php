<?php

return [
    'name' => 'Lumara Mobile',
    'locale' => 'en',
    'fallback_locale' => 'en',
    'supported_locales' => ['en', 'es', 'fr', 'tr'],
];
