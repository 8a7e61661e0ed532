package ch.alpina.messages;

public interface SmsGateway {
    void send(String mobile, String text);
}
