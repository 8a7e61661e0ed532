package com.aviora.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void putsInTheFlight() {
    assertEquals("Check-in for AV 417 is open", new Texts(Locale.ENGLISH).mail("checkin.subject", "AV 417"));
  }
}
