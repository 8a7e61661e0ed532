class ProductMailer < ApplicationMailer
  def news(user, articles)
    @articles = articles
    @unsubscribe_url = unsubscribe_url(token: user.unsubscribe_token)
    headers["List-Unsubscribe"] = "<#{@unsubscribe_url}>"
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail(to: user.email)
  end
end
