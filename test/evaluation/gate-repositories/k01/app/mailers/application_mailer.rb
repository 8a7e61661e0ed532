class ApplicationMailer < ActionMailer::Base
  default from: "Harbour Credit Union <service@harbourcu.ca>",
          reply_to: "service@harbourcu.ca"
  layout "mailer"
end
