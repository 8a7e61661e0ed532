<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;

/** Advertising; only to subscribers with a confirmed consent. */
class Newsletter extends Mailable
{
    public function __construct(private $subscriber, private $campaign)
    {
    }

    public function build()
    {
        $unsubscribeUrl = route('newsletter.unsubscribe', $this->subscriber->token);

        return $this->from('news@noordwind.example', 'Noordwind')
            ->locale($this->subscriber->locale)
            ->subject(__('mail.news.subject', [], $this->subscriber->locale))
            ->view('emails.news')
            ->text('emails.news-text')
            ->with([
                'campaignUrl' => $this->campaign->url,
                'discount' => $this->campaign->discount_percent,
                'unsubscribeUrl' => $unsubscribeUrl,
            ])
            ->withSymfonyMessage(function ($message) use ($unsubscribeUrl) {
                $message->getHeaders()->addTextHeader('List-Unsubscribe', "<{$unsubscribeUrl}>");
                $message->getHeaders()->addTextHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');
            });
    }
}
