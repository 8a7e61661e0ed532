<?php

namespace App\Tests;

use PHPUnit\Framework\TestCase;

final class CourrierTest extends TestCase
{
    public function testSampleMember(): void
    {
        $member = ['email' => 'test@example.com', 'first_name' => 'XXX', 'note' => '{% if broken %}'];

        self::assertSame('XXX', $member['first_name']);
    }
}
