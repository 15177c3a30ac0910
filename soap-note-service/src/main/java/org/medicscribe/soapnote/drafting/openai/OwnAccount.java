package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.medicscribe.events.NotePart;
import org.medicscribe.events.NoteTemplate.Section;

/**
 * What the model itself says a statement is: who said it, of whom, how certain, and whether it
 * still goes on. Nobody believes it, but a statement that says something else than its own account
 * is sent back. Absent fields, of servers that do not keep to the schema, contradict nothing.
 */
record OwnAccount(String saidBy, String about, String certainty, String state) {

  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?i)\\b(?:mother|mom|mum|father|dad|parents?|brother|sister|siblings?|son|daughter|wife|husband|spouse|partner|aunt|uncle|cousin|grand\\w+|family|friend|neighbou?r|child"
              + "|madre|padre|herman[oa]|hij[oa]|espos[oa]|marido|ti[oa]|prim[oa]|abuel[oa]|familia\\w*|amig[oa]|vecin[oa])s?\\b");
  private static final Pattern HEDGE =
      Pattern.compile(
          "(?i)\\b(?:possibl[ey]|probabl[ey]|likely|unlikely|may|might|could|suspect\\w*|suspicion|consider|thought|thinks|doubt\\w*|concern\\w*|rule out|versus|vs|appears|seems|suggest\\w*|consistent|not sure|unsure|about|approximately"
              + "|posible\\w*|probable\\w*|sospecha\\w*|podria|podría|puede|parece|descartar|duda\\w*|compatible)\\b|\\?");
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?i)\\b(?:if|when|unless|should|until|in case|as needed|prn|si|cuando|salvo|hasta|en caso)\\b");
  private static final Pattern ENDED =
      Pattern.compile(
          "(?i)\\b(?:stop\\w*|discontinu\\w*|quit|no longer|former\\w*|previous\\w*|past|held|hold|off|declin\\w*|refus\\w*|used to|not (?:taking|take|any)|resolved|ceased|suspend\\w*|dej[oó]|ya no|previ\\w*|rechaz\\w*|antes)\\b");
  private static final Pattern DENIAL =
      Pattern.compile(
          "(?i)\\b(?:no|not|denie[sd]|without|never|none|negative|neg\\w*|niega|sin|nunca|ning[uú]n\\w*|tampoco)\\b|n't\\b");

  static OwnAccount of(JsonNode statement) {
    return new OwnAccount(
        statement.path("said_by").asText(""),
        statement.path("about").asText(""),
        statement.path("certainty").asText(""),
        statement.path("state").asText(""));
  }

  /** Where the text says something else, in the field's name and value. */
  List<String> contradictedBy(Section section, String text) {
    List<String> reasons = new ArrayList<>();
    boolean clinicians = section.holdsCliniciansWordsOnly() && !section.takes(NotePart.OBJECTIVE);
    if (clinicians && (saidBy.equals("patient") || saidBy.equals("other"))) {
      reasons.add("said_by: " + saidBy);
    }
    check(about.equals("relative"), RELATIVE, text, "about: relative", reasons);
    check(certainty.equals("possible"), HEDGE, text, "certainty: possible", reasons);
    check(certainty.equals("conditional"), CONDITION, text, "certainty: conditional", reasons);
    check(certainty.equals("denied"), DENIAL, text, "certainty: denied", reasons);
    check(state.equals("stopped"), ENDED, text, "state: stopped", reasons);
    return reasons;
  }

  private static void check(
      boolean claimed, Pattern sign, String text, String reason, List<String> reasons) {
    if (claimed && !sign.matcher(text).find()) {
      reasons.add(reason);
    }
  }
}
