<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;

class PasswordReset extends Mailable
{
    public function __construct(private $customer, private string $resetUrl)
    {
    }

    public function build()
    {
        return $this->from('account@noordwind.example', 'Noordwind')
            ->locale($this->customer->locale)
            ->subject(__('mail.reset.subject', [], $this->customer->locale))
            ->view('emails.reset')
            ->text('emails.reset-text')
            ->with(['firstName' => $this->customer->first_name, 'resetUrl' => $this->resetUrl]);
    }
}
