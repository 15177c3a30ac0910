package org.medicscribe.devstack.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page on which one of the three people is chosen. It loads nothing from anywhere. */
final class LoginPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LoginPage() {}

  static String html() {
    return PAGE.formatted(
        Arrays.stream(DevUser.values()).map(LoginPage::form).collect(Collectors.joining()));
  }

  private static String form(DevUser user) {
    return FORM.formatted(
        escaped(user.id()), escaped(claims(user)), escaped(user.fullName()), escaped(user.role()));
  }

  private static String claims(DevUser user) {
    try {
      return JSON.writeValueAsString(user.claims());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static final String FORM =
      """
        <form method="post">
          <input type="hidden" name="username" value="%s">
          <input type="hidden" name="claims" value="%s">
          <button type="submit"><strong>%s</strong><span>%s</span></button>
        </form>
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sign in to Medic Scribe</title>
      <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { min-height: 100vh; margin: 0; display: grid; place-items: center; }
        main { width: min(22rem, 90vw); }
        h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
        p { margin: 0 0 1.5rem; opacity: .75; }
        form { margin: 0 0 .75rem; }
        button { width: 100%%; min-height: 3.5rem; padding: .5rem 1rem; font: inherit; text-align: left;
          display: flex; justify-content: space-between; align-items: center; gap: 1rem;
          border: 1px solid #7a8a99; border-radius: .5rem; background: transparent; color: inherit; cursor: pointer; }
        button:hover, button:focus-visible { border-color: #0b7285; outline: 2px solid #0b7285; }
        span { opacity: .75; }
      </style>
      </head>
      <body>
      <main>
        <h1>Medic Scribe</h1>
        <p>This machine&rsquo;s own sign-in. Who are you?</p>
      %s
      </main>
      </body>
      </html>
      """;
}
