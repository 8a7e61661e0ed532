class DigestMailer < ApplicationMailer
  # Waste calendar, once a week, only for those who subscribed.
  def weekly(subscription)
    @collections = subscription.collections_next_week
    @unsubscribe_url = unsubscribe_url(subscription.key, host: "portal.seelingen.de", protocol: "https")
    headers["List-Unsubscribe"] = "<#{@unsubscribe_url}>"
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    I18n.with_locale(subscription.locale) do
      mail(to: subscription.email, subject: t(".subject", count: @collections.size))
    end
  end
end
