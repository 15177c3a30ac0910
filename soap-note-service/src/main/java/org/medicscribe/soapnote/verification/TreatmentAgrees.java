package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Medicines.Mention;

/**
 * A medicine that was stopped, held or declined is not written as one that is taken, nor the other
 * way.
 */
final class TreatmentAgrees implements VerificationRule {

  private static final Pattern ENDED =
      Pattern.compile(
          "\\b(?:stop(?:s|ped|ping)?|quit|discontinu\\w*|held|hold|off|used to|any ?more|no longer|declin\\w*"
              + "|refus\\w*|allergic|allergy|don't want|do n't want|didn't take|did n't take|was on|were on"
              + "|instead of|ran out|never took|previously|formerly|avoid\\w*|switch\\w*"
              + "|deje|dejo|dejar|suspend\\w*|ya no|antes tomaba|alergic[oa])\\b");
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\b(?:start\\w*|restart\\w*|resum\\w*|continu\\w*|still|currently|keep|stay|begin|began|put you on"
              + "|placed|prescrib\\w*|increas\\w*|decreas\\w*|refill\\w*|go back|back on"
              + "|inici\\w*|empez\\w*|sigo|sigue|seguir|recet\\w*)\\b");
  private static final Pattern CLAUSE =
      Pattern.compile("(?i)[.;?!]+|,|\\b(?:but|and then|because|pero|porque|y|and)\\b");

  /** An answer like "I quit that" is about the medicine that was asked for. */
  private static final Set<String> POINTING =
      Set.of("it", "that", "them", "those", "lo", "la", "eso");

  private final Medicines medicines;

  TreatmentAgrees(Medicines medicines) {
    this.medicines = medicines;
  }

  @Override
  public String name() {
    return "treatment-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Mention> written = medicines.in(claim.words());
    if (written.isEmpty()
        || claim.quoted().isEmpty()
        || ENDED.matcher(plain(claim.text())).find()) {
      return List.of();
    }
    List<Objection> objections = new ArrayList<>();
    for (Mention mention : written) {
      if (isOnlyEnded(mention.substance(), claim)) {
        objections.add(Objection.failure(mention.name()));
      }
    }
    return objections;
  }

  /** Every clause that names it says that it ended, and none that it goes on. */
  private boolean isOnlyEnded(String substance, Claim claim) {
    boolean ended = false;
    boolean about = false;
    for (Sentence sentence : claim.context()) {
      for (String clause : CLAUSE.split(sentence.text())) {
        List<String> words = PlainWords.of(clause);
        boolean named =
            medicines.in(words).stream().anyMatch(each -> each.substance().equals(substance));
        boolean another = !named && !medicines.in(words).isEmpty();
        boolean pointed = about && !another && words.stream().anyMatch(POINTING::contains);
        boolean tail = about && !another && words.size() <= 3;
        about = named || (about && !another);
        if (named || pointed || tail) {
          String plain = String.join(" ", words);
          if (GOES_ON.matcher(plain).find()
              && !(sentence.question() && !ENDED.matcher(plain).find())) {
            return false;
          }
          ended |= ENDED.matcher(plain).find();
        }
      }
    }
    return ended;
  }

  private static String plain(String text) {
    return String.join(" ", PlainWords.of(text));
  }
}
