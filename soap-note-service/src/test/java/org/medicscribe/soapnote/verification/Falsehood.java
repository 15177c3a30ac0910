package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * The ways in which one change makes a true statement false: a word of it while its evidence stays,
 * or a word of its evidence while it stays.
 */
enum Falsehood {
  DOSE(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(
          statement.text(),
          "\\d+(?:\\.\\d+)?(?= ?(?:mg|mcg|milligrams?|units?|g|ml|tablets?|puffs?)\\b)",
          number -> otherNumber(number, random));
    }
  },
  NUMBER(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(
          statement.text(),
          "(?<![\\w./-])\\d+(?:\\.\\d+)?(?![\\d./]*\\d|[A-Za-z-]| ?(?:mg|mcg|milligrams?|units?|g|ml|tablets?"
              + "|puffs?|days?|weeks?|months?|years?|hours?)\\b)",
          number -> otherNumber(number, random));
    }
  },
  UNIT(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(statement.text(), "(?<=\\d )(?:mg|mcg|centimeters?|cm|pounds)\\b", UNITS);
    }
  },
  SIDE(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return oneSided(statement)
          ? changed(statement.text(), "\\b(?:left|right)\\b", SIDES)
          : Stream.empty();
    }
  },
  MEDICINE(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return medicine(statement).stream()
          .flatMap(name ->
              changed(statement.text(), "\\b" + name + "\\b", n -> any(OTHER_MEDICINES, random)))
          .filter(text -> !text.equals(statement.text()));
    }
  },
  DATE(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(statement.text(), "\\b(?:" + String.join("|", DATES.keySet()) + ")\\b", DATES);
    }
  },
  DURATION(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return random.nextBoolean()
          ? changed(
              statement.text(),
              "(?<=\\b(?:\\d{1,2}|two|three|four|few) )(?:days|weeks|months|years|hours)\\b",
              PERIODS)
          : changed(
              statement.text(),
              "(?<!-)\\b\\d{1,2}(?=[ -](?:days?|weeks?|months?|years?|hours?)\\b)",
              number -> otherNumber(number, random));
    }
  },
  FREQUENCY(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(
          statement.text(),
          "\\b(?:(?:once|twice|\\w+ times) (?:a day|daily|per day|a week|per week)"
              + "|(?:once )?daily|weekly|every \\d+ hours)\\b",
          rate -> rate.matches(".*(?:twice|2).*") ? "four times a day" : "twice a day");
    }
  },
  NEGATION_ADDED(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return DENIAL.matcher(statement.text()).find()
          ? Stream.empty()
          : changed(
              statement.text(),
              "\\b(?:reports|endorses|complains of|notes|presents with|has had|there is|is|shows|has(?= (?:an?|some)\\b))\\b",
              AFFIRMED_TO_DENIED);
    }
  },
  NEGATION_DROPPED(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(
          statement.text(),
          "\\b(?:denies(?: any)?|no(?! longer)|not(?! only)(?!\\.)|without(?: any)?|does not have)\\b",
          DENIED_TO_AFFIRMED);
    }

    @Override
    Stream<ReviewedStatement> saidOtherwise(ReviewedStatement statement, RandomGenerator random) {
      return DENIAL.matcher(statement.text()).find()
          ? Stream.empty()
          : EvidenceChange.answeredNo(statement);
    }
  },
  FAMILY_AS_PATIENT(Kind.VALUE) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return Stream.concat(
          changed(
              statement.text(),
              "\\b(?:his|her|the patient's|their) (?:grand)?(?:mother|father|brother|sister|son"
                  + "|daughter|uncle|aunt|mom|dad|husband|wife|cousin)"
                  + "\\b(?= (?:has|had|have|died|was|is|suffered|takes|with)\\b)",
              relative -> "the patient"),
          changed(statement.text(), "\\bfamily history of\\b", history -> "history of")
              .filter(text -> !RELATIVE.matcher(text).find()));
    }

    @Override
    Stream<ReviewedStatement> saidOtherwise(ReviewedStatement statement, RandomGenerator random) {
      return EvidenceChange.ofARelative(statement, random);
    }
  },
  INVENTED_SYMPTOM(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return statement.section().equals(new SectionCode("subjective"))
          ? added(statement, " and ", SYMPTOMS, random)
          : Stream.empty();
    }
  },
  INVENTED_FINDING(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return statement.section().equals(new SectionCode("objective"))
          ? added(statement, " with ", FINDINGS, random)
          : Stream.empty();
    }
  },
  INVENTED_PLAN_ITEM(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return statement.section().equals(new SectionCode("plan"))
          ? added(statement, " and ", PLAN_ITEMS, random)
          : Stream.empty();
    }
  },
  STOP_START(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "start continue initiate resume begin prescribe:discontinue hold stop",
          "started initiated resumed:stopped discontinued",
          "continues:stopped",
          "discontinue stop hold:continue start",
          "discontinued stopped:started continued");
    }
  },
  INCREASE_DECREASE(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "increase:decrease reduce lower",
          "increased:decreased reduced",
          "decrease reduce:increase",
          "decreased reduced:increased",
          "elevated high:low decreased",
          "low:elevated high",
          "gain:loss",
          "loss:gain",
          "gained:lost");
    }
  },
  BETTER_WORSE(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "better improved improving:worse worsened",
          "improvement:worsening",
          "worse worsened worsening:better improved improving",
          "relieved alleviated improves:aggravated worsens",
          "aggravated exacerbated:relieved alleviated",
          "resolved:worsened",
          "improve improves:worsen worsens",
          "worsen worsens:improve improves",
          "relief:worsening",
          "helps helped:worsens worsened");
    }
  },
  MILD_SEVERE(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "mild slight minimal trace:severe marked",
          "mildly slightly:severely markedly",
          "severe extreme marked moderate:mild slight",
          "severely extremely:mildly slightly",
          "small minor:large major",
          "large major:small minor",
          "significant:slight");
    }
  },
  ACUTE_CHRONIC(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "acute:chronic",
          "chronic:acute",
          "intermittent occasional:constant",
          "constant:intermittent",
          "sudden:gradual",
          "occasionally sometimes:constantly",
          "occasional:constant",
          "recent new:longstanding",
          "longstanding:recent new");
    }
  },
  NORMAL_ABNORMAL(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "normal unremarkable negative:abnormal",
          "abnormal elevated:normal",
          "stable controlled:unstable uncontrolled",
          "uncontrolled:controlled",
          "clear:congested",
          "positive:negative",
          "intact:absent",
          "regular:irregular");
    }
  },
  BODY_PART(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return changed(
              statement.text(),
              "\\b(?:" + String.join("|", BODY_PARTS) + ")\\b",
              part -> any(BODY_PARTS, random))
          .filter(text -> newWords(text, statement).noneMatch(statement::isNamedAnywhere))
          .filter(text -> !text.equalsIgnoreCase(statement.text()));
    }
  },
  DIAGNOSIS(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return turned(
          statement,
          "strain sprain contusion:fracture",
          "fracture:sprain",
          "viral:bacterial",
          "bacterial:viral",
          "arthritis osteoarthritis:gout",
          "gout:osteoarthritis",
          "hypertension:hypotension",
          "hypothyroidism:hyperthyroidism",
          "hyperthyroidism:hypothyroidism",
          "asthma:emphysema",
          "anemia:leukemia",
          "reflux:ulcer",
          "depression:schizophrenia",
          "anxiety:psychosis",
          "tendinitis tendinopathy:bursitis",
          "pneumonia bronchitis:tuberculosis",
          "diabetes:lupus",
          "migraine migraines:epilepsy",
          "cancer melanoma lymphoma:tuberculosis");
    }
  },
  HEDGE_DROPPED(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      if (statement.cited().stream().noneMatch(said -> HEDGED.matcher(said.text()).find())) {
        return Stream.empty();
      }
      return Stream.concat(
          changed(statement.text(), "\\b(?:may|might|could) (?:have|be)\\b(?! been)", HEDGES),
          changed(
              statement.text(),
              "\\b(?:possible|possibly|probable|probably|likely|suspected|presumed|perhaps) ",
              hedge -> ""));
    }

    @Override
    Stream<ReviewedStatement> saidOtherwise(ReviewedStatement statement, RandomGenerator random) {
      return HEDGED.matcher(statement.text()).find()
          ? Stream.empty()
          : EvidenceChange.hedged(statement, random);
    }
  },
  NUMBER_OF_ANOTHER_THING(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      Set<String> own = numbers(statement.text());
      Set<String> others = new LinkedHashSet<>();
      statement.cited().forEach(sentence -> others.addAll(numbers(sentence.text())));
      others.removeAll(own);
      return others.isEmpty()
          ? Stream.empty()
          : changed(
              statement.text(),
              "(?<![\\w./,-])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d./]*\\d|[A-Za-z])",
              number -> any(List.copyOf(others), random));
    }
  },
  OTHER_MEDICINE_OF_THE_EVIDENCE(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      Set<String> others = new LinkedHashSet<>();
      for (Sentence sentence : statement.cited()) {
        MEDICINES.in(sentence.words()).forEach(mention -> others.add(mention.name()));
      }
      MEDICINES
          .in(PlainWords.of(statement.text()))
          .forEach(mention -> others.remove(mention.name()));
      boolean telling =
          statement
              .text()
              .matches("(?s).*\\d.*|(?i).*\\b(?:start|stop|increase|decrease|discontinue)\\b.*");
      return others.isEmpty() || !telling
          ? Stream.empty()
          : medicine(statement).stream()
              .flatMap(name ->
                  changed(
                      statement.text(),
                      "\\b" + name + "\\b",
                      n -> any(List.copyOf(others), random)));
    }
  },
  OTHER_SIDE_OF_THE_EVIDENCE(Kind.MEANING) {
    @Override
    Stream<String> of(ReviewedStatement statement, RandomGenerator random) {
      return oneSided(statement) || !saysBothSides(statement)
          ? Stream.empty()
          : changed(statement.text(), "\\b(?:left|right)\\b", SIDES);
    }
  };

  /** What the review promises: nearly every value, most of the meanings. */
  enum Kind {
    VALUE,
    MEANING
  }

  private static final Medicines MEDICINES = Medicines.fromWordList();
  private static final Pattern DENIAL =
      Pattern.compile("(?i)\\b(?:no|not|denies|without|negative|never|n't|unremarkable)\\b");
  private static final Pattern RELATIVE =
      Pattern.compile("(?i)\\b(?:mother|father|brother|sister|family|aunt|uncle|grand\\w+)\\b");
  private static final Pattern HEDGED =
      Pattern.compile(
          "(?i)\\b(?:may|might|could|possibl[ey]|possibility|probabl[ey]|likely|maybe|perhaps"
              + "|suspect\\w*|presum\\w*|seems?|suggest\\w*|looks like|think)\\b");
  private static final Map<String, String> SIDES = Map.of("left", "right", "right", "left");
  private static final Map<String, String> UNITS =
      Map.of(
          "mg",
          "mcg",
          "mcg",
          "mg",
          "centimeters",
          "millimeters",
          "centimeter",
          "millimeter",
          "cm",
          "mm",
          "pounds",
          "kilograms");
  private static final Map<String, String> PERIODS =
      Map.of(
          "days", "weeks", "weeks", "months", "months", "years", "years", "months", "hours",
          "days");
  private static final Map<String, String> DATES =
      Map.ofEntries(
          Map.entry("monday", "thursday"),
          Map.entry("tuesday", "friday"),
          Map.entry("friday", "sunday"),
          Map.entry("saturday", "tuesday"),
          Map.entry("sunday", "wednesday"),
          Map.entry("yesterday", "last week"),
          Map.entry("last week", "last month"),
          Map.entry("last month", "last year"),
          Map.entry("last year", "last month"),
          Map.entry("next week", "next month"),
          Map.entry("weeks ago", "months ago"),
          Map.entry("months ago", "years ago"),
          Map.entry("years ago", "months ago"),
          Map.entry("days ago", "weeks ago"),
          Map.entry("january", "june"),
          Map.entry("february", "july"),
          Map.entry("april", "october"),
          Map.entry("june", "december"),
          Map.entry("july", "january"),
          Map.entry("september", "march"),
          Map.entry("october", "may"),
          Map.entry("december", "august"),
          Map.entry("march", "november"),
          Map.entry("august", "february"),
          Map.entry("november", "april"),
          Map.entry("wednesday", "saturday"),
          Map.entry("thursday", "monday"),
          Map.entry("this morning", "last night"),
          Map.entry("last night", "this morning"),
          Map.entry("next month", "next week"));
  private static final Map<String, String> AFFIRMED_TO_DENIED =
      Map.of(
          "reports", "denies",
          "endorses", "denies",
          "complains of", "denies",
          "notes", "denies",
          "presents with", "presents without",
          "has had", "has not had",
          "there is", "there is no",
          "is", "is not",
          "shows", "shows no",
          "has", "has no");
  private static final Map<String, String> DENIED_TO_AFFIRMED =
      Map.of(
          "denies", "reports",
          "denies any", "reports",
          "no", "",
          "not", "",
          "without", "with",
          "without any", "with",
          "does not have", "has");
  private static final Map<String, String> HEDGES =
      Map.of(
          "may have",
          "has",
          "might have",
          "has",
          "could have",
          "has",
          "may be",
          "is",
          "might be",
          "is",
          "could be",
          "is");
  private static final List<String> OTHER_MEDICINES =
      List.of("warfarin", "digoxin", "methotrexate", "sertraline", "clonazepam", "amiodarone");
  private static final List<String> SYMPTOMS =
      List.of(
          "palpitations",
          "night sweats",
          "hematuria",
          "blurred vision",
          "hearing loss",
          "syncope",
          "double vision",
          "constipation",
          "hair loss",
          "joint stiffness",
          "insomnia",
          "vertigo",
          "a rash",
          "heartburn",
          "memory loss",
          "leg cramps",
          "a sore throat",
          "wheezing",
          "abdominal pain",
          "diarrhea",
          "tinnitus",
          "fatigue");
  private static final List<String> FINDINGS =
      List.of(
          "jaundice",
          "clubbing",
          "a carotid bruit",
          "crackles",
          "erythema",
          "splenomegaly",
          "lymphadenopathy",
          "a tremor",
          "ascites",
          "pallor",
          "cyanosis",
          "nystagmus",
          "wheezing",
          "an effusion",
          "guarding",
          "a diastolic murmur",
          "ecchymosis",
          "papilledema");
  private static final List<String> PLAN_ITEMS =
      List.of(
          "a referral to cardiology",
          "a chest x-ray",
          "a colonoscopy",
          "a bone density scan",
          "an antibiotic",
          "a biopsy",
          "a sleep study",
          "a CT of the head",
          "physical therapy",
          "a stress test",
          "a nerve conduction study",
          "a flu shot",
          "an insulin pump",
          "a steroid injection",
          "crutches",
          "a urine culture",
          "home oxygen",
          "dialysis");
  private static final List<String> BODY_PARTS =
      List.of(
          "knee",
          "shoulder",
          "elbow",
          "wrist",
          "ankle",
          "hip",
          "neck",
          "foot",
          "hand",
          "abdomen",
          "chest",
          "thumb",
          "calf",
          "heart",
          "lungs",
          "kidney",
          "liver",
          "breast",
          "spine",
          "ear");

  private final Kind kind;

  Falsehood(Kind kind) {
    this.kind = kind;
  }

  /** False texts on the same evidence: one for each place that gives a handle for it. */
  abstract Stream<String> of(ReviewedStatement statement, RandomGenerator random);

  /** The same text on evidence that no longer says it. */
  Stream<ReviewedStatement> saidOtherwise(ReviewedStatement statement, RandomGenerator random) {
    return Stream.empty();
  }

  /** Whether single statements give few handles for it: it is put into pairs of them, too. */
  boolean isRare() {
    return switch (this) {
      case DATE,
          FAMILY_AS_PATIENT,
          BETTER_WORSE,
          MILD_SEVERE,
          ACUTE_CHRONIC,
          HEDGE_DROPPED,
          NUMBER_OF_ANOTHER_THING,
          OTHER_MEDICINE_OF_THE_EVIDENCE,
          OTHER_SIDE_OF_THE_EVIDENCE ->
          true;
      default -> false;
    };
  }

  /** Everything this class makes of a statement. */
  Stream<ReviewedStatement> all(ReviewedStatement statement) {
    SplittableRandom random = new SplittableRandom(statement.text().hashCode());
    return Stream.concat(
        of(statement, random).distinct().map(statement::withText),
        saidOtherwise(statement, random));
  }

  Kind kind() {
    return kind;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One text for each place where the pattern is found. */
  private static Stream<String> changed(
      String text, String pattern, UnaryOperator<String> replacement) {
    return Pattern.compile("(?i)" + pattern)
        .matcher(text)
        .results()
        .map(found ->
            (text.substring(0, found.start())
                    + replacement.apply(found.group().toLowerCase(Locale.ROOT))
                    + text.substring(found.end()))
                .replace("  ", " "))
        .filter(other -> !other.equalsIgnoreCase(text));
  }

  private static Stream<String> changed(
      String text, String pattern, Map<String, String> replacements) {
    return changed(text, pattern, found -> replacements.getOrDefault(found, found));
  }

  /**
   * @param pairs words, a colon, and the words that may stand for each of them
   */
  private static Stream<String> turned(ReviewedStatement statement, String... pairs) {
    return Stream.of(pairs)
        .flatMap(pair -> {
          String[] sides = pair.split(":");
          List<String> others = List.of(sides[1].split(" "));
          return changed(
              statement.text(),
              "\\b(?:" + sides[0].replace(' ', '|') + ")\\b",
              found -> others.get(Math.floorMod(statement.text().hashCode(), others.size())));
        });
  }

  private static Stream<String> added(
      ReviewedStatement statement, String joint, List<String> things, RandomGenerator random) {
    List<String> unsaid =
        things.stream()
            .filter(thing ->
                PlainWords.of(thing).stream()
                    .noneMatch(word -> word.length() > 3 && statement.isNamedAnywhere(word)))
            .toList();
    return unsaid.isEmpty()
        ? Stream.empty()
        : Stream.of(
            statement.text().replaceFirst("[.;]?\\s*$", "") + joint + any(unsaid, random) + ".");
  }

  private static Optional<String> medicine(ReviewedStatement statement) {
    return MEDICINES.in(PlainWords.of(statement.text())).stream()
        .map(Medicines.Mention::name)
        .findFirst();
  }

  private static String any(List<String> things, RandomGenerator random) {
    return things.get(random.nextInt(things.size()));
  }

  private static String otherNumber(String number, RandomGenerator random) {
    return number.contains(".")
        ? number.replaceFirst("\\..*", "." + (7 + random.nextInt(2)) + "5")
        : random.nextBoolean()
            ? number + "0"
            : Integer.toString(Integer.parseInt(number) + 3 + random.nextInt(5));
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new LinkedHashSet<>();
    for (Quantity quantity : Quantities.in(PlainWords.of(text), NoteLanguage.ENGLISH)) {
      if (quantity.number().certain()) {
        quantity.number().readings().stream()
            .filter(reading -> reading.matches("\\d+(?:\\.\\d+)?"))
            .forEach(numbers::add);
      }
    }
    return numbers;
  }

  private static boolean oneSided(ReviewedStatement statement) {
    return !saysBothSides(statement);
  }

  private static boolean saysBothSides(ReviewedStatement statement) {
    List<String> words = new ArrayList<>();
    statement.cited().forEach(sentence -> words.addAll(sentence.words()));
    return words.containsAll(List.of("left", "right"))
        || !Collections.disjoint(words, Set.of("both", "bilateral"));
  }

  private static Stream<String> newWords(String text, ReviewedStatement statement) {
    List<String> old = PlainWords.of(statement.text());
    return PlainWords.of(text).stream().filter(word -> !old.contains(word));
  }
}
