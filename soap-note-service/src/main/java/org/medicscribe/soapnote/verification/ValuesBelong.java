package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.Frequencies;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * A dose and how often belong to their medicine, a reading to its measure, a side to its part of
 * the body, as they were said: in "metformin 500 and lisinopril 10" neither has the other's dose.
 */
final class ValuesBelong implements VerificationRule {

  private static final Set<String> SIDES =
      Set.of("left", "right", "izquierdo", "izquierda", "derecho", "derecha");
  private static final Set<String> MEDICINES_VALUES = Set.of("dose", "rate");
  private static final String LABELLED = "label ";
  private static final Set<String> LABELS =
      Set.of("type", "stage", "grade", "class", "phase", "tipo", "grado", "clase", "estadio");
  private static final Set<String> OF = Set.of("of", "de");

  /** "Fifty milligrams of atenolol": so far behind a value its thing may stand. */
  private static final int BEHIND = 4;

  /** "Right index finger", "left lower leg". */
  private static final int SIDE_BEFORE = 3;

  /** So far before a value its thing may stand. */
  private static final int BEFORE = 14;

  /** What a value can belong to. */
  private record Thing(Set<String> names, boolean medicine, boolean part, int from, int to) {}

  /** A value at its place, and of which sort it is: only values of one sort can be mixed up. */
  private record Value(String sort, Set<String> readings, int from, int to) {}

  private record Pair(Set<String> names, String sort, Set<String> readings) {
    boolean isAbout(Pair other) {
      return sort.equals(other.sort) && names.stream().anyMatch(other.names::contains);
    }

    boolean agreesWith(Pair other) {
      return readings.stream().anyMatch(other.readings::contains);
    }
  }

  private final Medicines medicines;
  private final Concepts concepts;

  ValuesBelong(Medicines medicines, Concepts concepts) {
    this.medicines = medicines;
    this.concepts = concepts;
  }

  @Override
  public String name() {
    return "values-belong";
  }

  @Override
  public List<Objection> check(Claim claim) {
    Map<Pair, Value> written = pairs(claim.words());
    if (written.isEmpty()) {
      return List.of();
    }
    List<Pair> said = new ArrayList<>();
    for (Sentence sentence : claim.context()) {
      said.addAll(pairs(sentence.words()).keySet());
    }
    List<Objection> objections = new ArrayList<>();
    written.forEach((pair, value) -> {
      List<Pair> same = said.stream().filter(pair::isAbout).toList();
      boolean anothers = same.isEmpty() && isNamed(pair, claim) && isAnothers(pair, said);
      if (anothers || !same.isEmpty() && same.stream().noneMatch(pair::agreesWith)) {
        String words = String.join(" ", claim.words().subList(value.from(), value.to()));
        objections.add(
            anothers && pair.sort().equals("rate")
                ? Objection.doubt(words)
                : Objection.failure(words));
      }
    });
    return objections;
  }

  /** A medicine that nobody named is another rule's affair. */
  private boolean isNamed(Pair pair, Claim claim) {
    return claim.context().stream()
        .flatMap(sentence -> medicines.in(sentence.words()).stream())
        .anyMatch(mention -> pair.names().contains(mention.substance()));
  }

  /** The dose was said, and of other medicines only. */
  private static boolean isAnothers(Pair pair, List<Pair> said) {
    return MEDICINES_VALUES.contains(pair.sort())
        && said.stream()
            .anyMatch(other -> other.sort().equals(pair.sort()) && pair.agreesWith(other));
  }

  private Map<Pair, Value> pairs(List<String> words) {
    List<Thing> things = things(words);
    Map<Pair, Value> pairs = new LinkedHashMap<>();
    for (Value value : values(words)) {
      thingOf(value, things, words)
          .ifPresent(
              thing -> pairs.put(new Pair(thing.names(), value.sort(), value.readings()), value));
    }
    return pairs;
  }

  private static Optional<Thing> thingOf(Value value, List<Thing> things, List<String> words) {
    if (value.sort().startsWith(LABELLED)) {
      return Optional.of(new Thing(Set.of(value.sort()), false, false, value.from(), value.to()));
    }
    if (value.sort().equals("side")) {
      return things.stream()
          .filter(Thing::part)
          .filter(thing -> thing.from() >= value.to() && thing.from() < value.to() + SIDE_BEFORE)
          .min(Comparator.comparingInt(Thing::from));
    }
    boolean ofFollows =
        words.subList(value.to(), Math.min(words.size(), value.to() + 3)).stream()
            .anyMatch(OF::contains);
    Optional<Thing> behind =
        things.stream()
            .filter(thing -> fits(thing, value))
            .filter(thing -> thing.from() >= value.to() && thing.from() <= value.to() + BEHIND)
            .min(Comparator.comparingInt(Thing::from));
    Optional<Thing> before =
        things.stream()
            .filter(thing -> fits(thing, value))
            .filter(thing -> thing.to() <= value.from() && thing.to() >= value.from() - BEFORE)
            .max(Comparator.comparingInt(Thing::to));
    return ofFollows && behind.isPresent() ? behind : before.isPresent() ? before : behind;
  }

  private static boolean fits(Thing thing, Value value) {
    return switch (value.sort()) {
      case "dose", "rate" -> thing.medicine();
      default -> !thing.medicine() && !thing.part();
    };
  }

  private List<Thing> things(List<String> words) {
    List<Thing> things = new ArrayList<>();
    for (Medicines.Mention mention : medicines.in(words)) {
      things.add(new Thing(Set.of(mention.substance()), true, false, mention.from(), mention.to()));
    }
    for (Concepts.Mention mention : concepts.in(words)) {
      Set<String> names = new HashSet<>();
      mention.concepts().stream()
          .filter(concept -> concept.kind() == Kind.BODY || concept.kind() == Kind.FINDING)
          .forEach(concept -> names.add(concept.toString()));
      if (!names.isEmpty()) {
        things.add(new Thing(names, false, mention.isOf(Kind.BODY), mention.from(), mention.to()));
      }
    }
    return things;
  }

  private static List<Value> values(List<String> words) {
    List<Value> values = new ArrayList<>();
    for (Frequencies.Frequency frequency : Frequencies.in(words)) {
      values.add(new Value("rate", Set.of(frequency.rate()), frequency.from(), frequency.to()));
    }
    for (NoteLanguage language : NoteLanguage.values()) {
      for (Quantity quantity : Quantities.in(words, language)) {
        boolean inRate =
            values.stream().anyMatch(v -> v.from() <= quantity.from() && quantity.from() < v.to());
        if (!inRate) {
          label(words, quantity)
              .or(() -> sortOf(quantity))
              .ifPresent(sort ->
                  values.add(
                      new Value(
                          sort, quantity.number().readings(), quantity.from(), quantity.to())));
        }
      }
    }
    for (int at = 0; at < words.size(); at++) {
      if (SIDES.contains(words.get(at))) {
        String side =
            words.get(at).startsWith("d") || words.get(at).equals("right") ? "right" : "left";
        values.add(new Value("side", Set.of(side), at, at + 1));
      }
    }
    return values;
  }

  /** "Type 2", "stage 3", "2 o'clock": the number of a label is no measure. */
  private static Optional<String> label(List<String> words, Quantity quantity) {
    String before = quantity.from() > 0 ? words.get(quantity.from() - 1) : "";
    int to = quantity.number().to();
    if (LABELS.contains(before)) {
      return Optional.of(LABELLED + before);
    }
    return to < words.size() && words.get(to).equals("o'clock")
        ? Optional.of(LABELLED + words.get(to))
        : Optional.empty();
  }

  private static final Set<String> DOSES =
      Set.of("mg", "mcg", "g", "ml", "iu", "meq", "tablet", "capsule", "puff", "drop", "spray");
  private static final Set<String> TIMES =
      Set.of("day", "week", "month", "year", "hour", "minute", "second", "night", "time");

  private static Optional<String> sortOf(Quantity quantity) {
    String unit = quantity.unit().orElse("");
    if (DOSES.contains(unit)) {
      return Optional.of("dose");
    }
    boolean ratio = quantity.number().readings().stream().allMatch(r -> r.contains("/"));
    return TIMES.contains(unit) ? Optional.empty() : Optional.of(ratio ? "ratio" : "reading");
  }
}
