<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Headers;

class Offers extends Mailable
{
    public function __construct(public string $name, public string $offer, public string $unsubscribe_url)
    {
    }

    public function headers(): Headers
    {
        return new Headers(text: [
            'List-Unsubscribe' => '<'.$this->unsubscribe_url.'>',
            'List-Unsubscribe-Post' => 'List-Unsubscribe=One-Click',
        ]);
    }

    public function build()
    {
        return $this->subject(__('mail.offers.subject'))
            ->view('emails.offers')
            ->text('emails.offers_plain');
    }
}
