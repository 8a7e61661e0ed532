class ApplicationMailer < ActionMailer::Base
  default from: "Telvia Mobile <service@telvia-mobile.com>",
          reply_to: "service@telvia-mobile.com"
  layout "mailer"
  helper MailHelper

  around_action :use_customer_locale

  private

  def use_customer_locale(&block)
    I18n.with_locale(params[:customer].locale, &block)
  end
end
