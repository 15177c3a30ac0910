package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.Concepts.Mention;

/**
 * Reads of whom each word is said: of the patient, of a relative ("my mother had a stroke"), of a
 * child of the speaker, or of the person who came along and speaks of herself.
 */
public final class Holders {

  /** Of whom something is said. */
  public enum Holder {
    PATIENT,
    RELATIVE,
    CHILD,
    /** Whom the patient calls he or she: somebody else, if the voice is the patient's. */
    THIRD,
    COMPANION
  }

  private static final Set<String> OWN = Set.of("my", "your", "mi", "tu", "mis");
  private static final Set<String> OWNERS =
      Set.of("my", "your", "his", "her", "their", "the", "mi", "mis", "tu", "su", "sus");
  private static final Set<String> FAMILY = Set.of("family", "familia", "relatives", "familiares");
  private static final Set<String> FIRST_PERSON =
      Set.of(
          "i", "i'm", "i've", "i'd", "i'll", "me", "myself", "yo", "tengo", "tuve", "tomo", "soy",
          "estoy", "tenia");
  private static final Set<String> PATIENT_WORDS =
      Set.of("you", "you're", "you've", "you'd", "we", "patient", "usted", "paciente");
  private static final Set<String> THIRD_PERSON =
      Set.of("he", "she", "they", "he's", "she's", "el", "ella");
  private static final Set<String> HERS =
      Set.of("he", "she", "he's", "she's", "her", "his", "they");
  private static final Set<String> PERSONS = Set.of("he", "she", "he's", "she's", "ella");
  private static final Set<String> CHILD_WORDS =
      Set.of(
          "son",
          "sons",
          "daughter",
          "daughters",
          "child",
          "children",
          "kid",
          "kids",
          "baby",
          "hijo",
          "hija");

  /** Before a relative, these make the relative a circumstance: "I live with my wife". */
  private static final Set<String> CIRCUMSTANCE =
      Set.of(
          "with", "from", "by", "to", "for", "of", "at", "like", "con", "de", "por", "para", "a");

  /** After a relative, these say what she thinks of the patient, not what she has. */
  private static final Set<String> SAYING =
      Set.of(
          "says", "said", "told", "tells", "thinks", "thought", "noticed", "notices", "wanted",
          "wants", "brought", "drove", "made", "makes", "keeps", "called", "helps", "asked", "dice",
          "dijo", "cree");

  /** "My wife is here", "my mother was worried": nothing that she has. */
  private static final Set<String> BESIDE =
      Set.of(
          "worried",
          "concerned",
          "afraid",
          "scared",
          "here",
          "there",
          "with",
          "coming",
          "going",
          "driving",
          "asking",
          "saying",
          "telling",
          "waiting",
          "always",
          "gonna",
          "making",
          "helping",
          "pushing",
          "nagging",
          "bringing",
          "right",
          "my",
          "your",
          "like",
          "so",
          "also",
          "able",
          "good",
          "great",
          "happy",
          "aware");

  private static final Set<String> BEING = Set.of("is", "was", "are", "were", "es", "esta");

  private static final int CLOSE = 3;

  private final Concepts concepts;

  public Holders(Concepts concepts) {
    this.concepts = concepts;
  }

  /**
   * Of whom each word of these sentences is said, in their order.
   *
   * @param speaker who "I" is
   * @param patient whether the patient seems to speak, who is no "he" or "she"
   * @param asked of whom was spoken just before
   */
  public List<List<Holder>> of(
      List<List<String>> sentences, Holder speaker, boolean patient, Holder asked) {
    List<List<Holder>> all = new ArrayList<>();
    Holder before = asked;
    for (List<String> words : sentences) {
      boolean goesOn = before != Holder.PATIENT && isOfAThird(words);
      List<Holder> holders = of(words, speaker, goesOn ? before : Holder.PATIENT, patient);
      all.add(holders);
      before = holders.isEmpty() || !isOwn(words) && !goesOn ? Holder.PATIENT : holders.getLast();
    }
    return all;
  }

  /** "You know": nobody is meant. */
  private static boolean isFiller(List<String> words, int at) {
    return words.get(at).equals("you")
        && at + 1 < words.size()
        && Set.of("know", "see").contains(words.get(at + 1));
  }

  /** Before anybody else it names him or her: "over the past months she has been dizzy". */
  private static boolean isOfAThird(List<String> words) {
    return words.stream()
        .filter(word ->
            THIRD_PERSON.contains(word)
                || FIRST_PERSON.contains(word)
                || PATIENT_WORDS.contains(word)
                || OWN.contains(word))
        .findFirst()
        .filter(THIRD_PERSON::contains)
        .isPresent();
  }

  /** "Your mother": what is said of "her" next is still said of her. */
  private static boolean isOwn(List<String> words) {
    return words.stream().anyMatch(OWN::contains);
  }

  private List<Holder> of(List<String> words, Holder speaker, Holder first, boolean patient) {
    List<Mention> mentions = concepts.in(words);
    List<Holder> holders = new ArrayList<>();
    Holder current = first;
    boolean quoted = false;
    boolean namedLast =
        isNamedLast(words)
            && mentions.stream().anyMatch(m -> m.to() == words.size() && m.isOf(Kind.KIN));
    if (namedLast || words.stream().anyMatch(FAMILY::contains)) {
      current = Holder.RELATIVE;
    }
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      int place = at;
      boolean relative =
          mentions.stream().anyMatch(m -> m.from() == place && m.isOf(Kind.KIN))
              && isHolder(words, at);
      if (relative) {
        current = CHILD_WORDS.contains(word) ? Holder.CHILD : Holder.RELATIVE;
      } else if (FIRST_PERSON.contains(word)) {
        current = speaker;
        quoted = false;
      } else if (quoted && HERS.contains(word)) {
        current = Holder.RELATIVE;
      } else if (PATIENT_WORDS.contains(word) && !isFiller(words, at)) {
        current = Holder.PATIENT;
      } else if (THIRD_PERSON.contains(word) && current == Holder.COMPANION) {
        current = Holder.PATIENT;
      } else if (patient && PERSONS.contains(word) && current == Holder.PATIENT) {
        current = Holder.THIRD;
      }
      quoted |= speaker == Holder.PATIENT && isKinWhoSays(mentions, words, at);
      holders.add(current);
    }
    return holders;
  }

  /** "My wife said her knees hurt": unless "I" comes first, it is of her. */
  private static boolean isKinWhoSays(List<Mention> mentions, List<String> words, int at) {
    return at > 0
        && at + 1 < words.size()
        && words.get(at - 1).equals("my")
        && SAYING.contains(words.get(at + 1))
        && mentions.stream().anyMatch(m -> m.from() == at && m.isOf(Kind.KIN));
  }

  /** "My mother is worried", not "my mother is on warfarin". */
  private static boolean isBeside(List<String> words, int at) {
    return at + 2 < words.size()
        && BEING.contains(words.get(at + 1))
        && (BESIDE.contains(words.get(at + 2))
            || at + 3 < words.size()
                && words.get(at + 2).equals("just")
                && BESIDE.contains(words.get(at + 3)));
  }

  /** "Parkinson disease, that was my grandfather": all of it is his. */
  private static boolean isNamedLast(List<String> words) {
    int last = words.size() - 1;
    return last > 2
        && OWN.contains(words.get(last - 1))
        && (words.get(last - 2).equals("that's")
            || words.get(last - 3).equals("that")
                && Set.of("was", "is").contains(words.get(last - 2)));
  }

  private static boolean isHolder(List<String> words, int at) {
    String before = at > 0 ? words.get(at - 1) : "";
    String further = at > 1 ? words.get(at - 2) : "";
    String after = at + 1 < words.size() ? words.get(at + 1) : "";
    boolean owned = OWNERS.contains(before) || at == 0 || before.endsWith("s");
    boolean presented = at > 2 && further.equals("is") && before.equals("my");
    boolean introduction = presented || Set.of("i'm", "am", "soy").contains(further);
    return owned
        && !introduction
        && !CIRCUMSTANCE.contains(further)
        && !SAYING.contains(after)
        && !isBeside(words, at)
        && !words.stream().limit(at).anyMatch(word -> word.equals("i'm") && at <= CLOSE);
  }
}
