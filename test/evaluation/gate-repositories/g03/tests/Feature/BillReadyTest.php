<?php

namespace Tests\Feature;

use App\Mail\BillReady;
use App\Models\Bill;
use Tests\TestCase;

class BillReadyTest extends TestCase
{
    public function test_it_names_the_amount(): void
    {
        $mail = new BillReady(Bill::factory()->make(['amount' => 4210]));

        $mail->assertSeeInText('42.10');
    }
}
