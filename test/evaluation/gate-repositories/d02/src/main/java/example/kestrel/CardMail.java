package example.kestrel;

import org.thymeleaf.context.Context;

final class CardMail {
    Context blocked(Customer customer, Card card) {
        Context context = new Context(customer.locale());
        context.setVariable("customer", customer);
        context.setVariable("card", card);
        context.setVariable("blockedAt", card.blockedAt());
        context.setVariable("unblockUrl", urls.unblock(card));
        return context;
    }
}
