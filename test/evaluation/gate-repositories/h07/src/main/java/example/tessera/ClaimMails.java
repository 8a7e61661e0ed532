package example.tessera;

import java.util.HashMap;
import java.util.Map;

/** The mails about a claim. */
public final class ClaimMails {
    private final MailOut out;

    public ClaimMails(MailOut out) {
        this.out = out;
    }

    public void received(Claim claim) {
        Map<String, Object> m = base(claim);
        m.put("handlerName", claim.handler().name());
        m.put("handlerPhone", claim.handler().phone());
        m.put("uploadUrl", claim.uploadUrl());
        m.put("damageText", claim.damageText());
        out.send(claim.holder(), "claim-received", new Object[] {claim.number(), claim.injury()}, m);
    }

    public void decision(Claim claim, Decision decision) {
        Map<String, Object> m = base(claim);
        m.put("amount", decision.amountIn(claim.holder().locale()));
        m.put("payDay", decision.payDayIn(claim.holder().locale()));
        if (decision.hasExcess()) {
            m.put("excess", decision.excessIn(claim.holder().locale()));
        }
        m.put("decisionUrl", decision.url());
        out.send(claim.holder(), "claim-decision", new Object[] {claim.number()}, m);
    }

    public void documentsNeeded(Claim claim, Request request) {
        Map<String, Object> m = base(claim);
        m.put("documents", request.documentsIn(claim.holder().locale()));
        m.put("sendBy", request.deadlineIn(claim.holder().locale()));
        m.put("uploadUrl", claim.uploadUrl());
        out.send(claim.holder(), "documents-needed", new Object[] {claim.number()}, m);
    }

    private static Map<String, Object> base(Claim claim) {
        Map<String, Object> m = new HashMap<>();
        m.put("name", claim.holder().name());
        m.put("claimNo", claim.number());
        return m;
    }
}
