<?php

namespace App\Twig;

use Twig\Extension\AbstractExtension;
use Twig\TwigFilter;

final class MailExtension extends AbstractExtension
{
    public function getFilters(): array
    {
        return [new TwigFilter('bare_url', fn (string $url): string => preg_replace('#^https?://(www\.)?#', '', $url))];
    }
}
