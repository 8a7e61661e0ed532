<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Content;

class OrderPlaced extends Mailable
{
    public function __construct(public Order $order, public string $url) {}

    public function content(): Content
    {
        return new Content(markdown: 'mail.order-placed', with: ['total' => $this->order->totalFormatted()]);
    }
}
