package example.tessera;

import java.util.Map;

public interface MailOut {
    /**
     * Sends NAME.html.ftlh and NAME.txt.ftl as one mail from Tessera Insurance.
     * The subject is the text NAME.subject, formatted with subjectArgs.
     * "lang" and the method "text" are added to the model for every mail.
     */
    void send(Person to, String name, Object[] subjectArgs, Map<String, Object> model);
}
