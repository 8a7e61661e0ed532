class ApplicationMailer < ActionMailer::Base
  default from: "Stadt Seelingen <buergerpost@seelingen.de>"
  layout "mailer"
end
