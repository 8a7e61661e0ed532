<?php

namespace App\Mail;

use App\Entity\Member;
use Symfony\Bridge\Twig\Mime\TemplatedEmail;
use Symfony\Component\Mime\Address;
use Symfony\Contracts\Translation\TranslatorInterface;

final class Courrier
{
    public function __construct(private TranslatorInterface $translator)
    {
    }

    public function build(string $name, Member $member, array $context): TemplatedEmail
    {
        $locale = $member->getLocale();
        $email = (new TemplatedEmail())
            ->from(new Address('contact@mutuelle-arvenne.eu', 'Mutuelle Arvenne'))
            ->to($member->getEmail())
            ->subject($this->translator->trans($name.'.subject', $context['subject'] ?? [], null, $locale))
            ->htmlTemplate("emails/$name.html.twig")
            ->textTemplate("emails/$name.txt.twig")
            ->locale($locale)
            ->context($context + ['member' => $member]);

        if (isset($context['unsubscribe_url'])) {
            $email->getHeaders()->addTextHeader('List-Unsubscribe', '<'.$context['unsubscribe_url'].'>');
            $email->getHeaders()->addTextHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');
        }

        return $email;
    }
}
