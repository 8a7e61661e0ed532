<?php

namespace App\Sms;

use App\Models\Line;

/** The text messages. A text receives the replacements named here, and no others. */
class Texts
{
    public function loginCode(Line $line, string $code, int $minutes): string
    {
        return __('sms.login_code', ['code' => $code, 'minutes' => $minutes], $line->locale);
    }

    public function topUpConfirmed(Line $line, string $amount, string $balance): string
    {
        return __('sms.top_up_confirmed', ['amount' => $amount, 'balance' => $balance], $line->locale);
    }

    public function deviceReady(Line $line, string $device, string $shop, string $until): string
    {
        return __('sms.device_ready', ['device' => $device, 'shop' => $shop, 'until' => $until], $line->locale);
    }

    public function billOverdue(Line $line, string $amount, string $due, string $payUrl): string
    {
        return __('sms.bill_overdue', ['amount' => $amount, 'due' => $due, 'pay_url' => $payUrl], $line->locale);
    }

    public function dataUsed(Line $line, string $percent, string $renewsOn): string
    {
        return __('sms.data_used', ['percent' => $percent, 'renews_on' => $renewsOn], $line->locale);
    }
}
