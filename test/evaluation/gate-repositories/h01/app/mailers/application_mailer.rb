class ApplicationMailer < ActionMailer::Base
  default from: "Harbour Bank <service@harbourbank.example>",
          reply_to: "service@harbourbank.example"
  layout "mailer"

  around_action :use_customer_locale

  private

  def use_customer_locale(&block)
    I18n.with_locale(params[:customer].locale, &block)
  end
end
