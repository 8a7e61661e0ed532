package ch.alpina.messages;

import freemarker.template.Configuration;
import java.io.StringWriter;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
public class TemplateMailer {

    private final Configuration freemarker;
    private final MimeSender sender;

    public TemplateMailer(Configuration freemarker, MimeSender sender) {
        this.freemarker = freemarker;
        this.sender = sender;
    }

    public void send(Recipient recipient, String name, Map<String, Object> model) {
        // the claims desk and the broker desk write in German and English only
        String folder = "de".equals(recipient.locale().getLanguage()) ? "de/" : "en/";
        sender.send(recipient.email(), render(folder + name + ".html.ftlh", model), render(folder + name + ".txt.ftl", model));
    }

    private String render(String template, Map<String, Object> model) {
        try {
            var out = new StringWriter();
            freemarker.getTemplate(template).process(model, out);
            return out.toString();
        } catch (Exception e) {
            throw new IllegalStateException(template, e);
        }
    }
}
