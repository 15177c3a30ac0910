package org.medicscribe.soapnote.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.PlainWords;

/** Names of units in both languages, spoken and written, each brought to one short name. */
final class Units {

  /** Any of these around a number means the same as none: nobody says them in a visit. */
  static final Set<String> UNSPOKEN = Set.of("mmhg", "bpm", "breaths", "%", "degrees", "kg/m2");

  private static final int LONGEST = 4;

  private static final Map<List<String>, String> NAMES = new HashMap<>();

  static {
    name("mg", "mg, mgs, milligram, milligrams, miligramo, miligramos");
    name("mcg", "mcg, ug, microgram, micrograms, microgramo, microgramos");
    name("g", "g, gram, grams, gramo, gramos");
    name("kg", "kg, kgs, kilo, kilos, kilogram, kilograms, kilogramo, kilogramos");
    name("lb", "lb, lbs, pound, pounds, libra, libras");
    name("oz", "oz, ounce, ounces, onza, onzas");
    name("ml", "ml, mls, milliliter, milliliters, millilitre, mililitro, mililitros, cc");
    name("dl", "dl, deciliter, deciliters");
    name("l", "l, liter, liters, litre, litres, litro, litros");
    name("iu", "iu, unit, units, unidad, unidades, ui, international units");
    name("meq", "meq, milliequivalent, milliequivalents, miliequivalentes");
    name("mm", "mm, millimeter, millimeters, milimetro, milimetros");
    name("cm", "cm, centimeter, centimeters, centimetre, centimetres, centimetro, centimetros");
    name("m", "m, meter, meters, metre, metres, metro, metros");
    name("inch", "inch, inches, pulgada, pulgadas");
    name("foot", "foot, feet, ft, pie, pies");
    name("mile", "mile, miles, milla, millas");
    name("%", "%, percent, per cent, por ciento");
    name("mmhg", "mmhg, mm hg, millimeters of mercury, milimetros de mercurio");
    name("bpm", "bpm, beats per minute, beats a minute, latidos por minuto, lpm");
    name("breaths", "breaths per minute, breaths a minute, respiraciones por minuto, rpm");
    name("degrees", "degree, degrees, grado, grados, c, f, celsius, fahrenheit");
    name("kg/m2", "kg m2");
    name("second", "second, seconds, sec, secs, segundo, segundos");
    name("minute", "minute, minutes, min, mins, minuto, minutos");
    name("hour", "hour, hours, hr, hrs, h, hora, horas");
    name("day", "day, days, dia, dias");
    name("night", "night, nights, noche, noches");
    name("week", "week, weeks, wk, wks, semana, semanas");
    name("month", "month, months, mo, mes, meses");
    name("year", "year, years, yr, yrs, ano, anos");
    name(
        "tablet",
        "tablet, tablets, tab, tabs, pill, pills, tableta, tabletas, pastilla, pastillas,"
            + " comprimido, comprimidos");
    name("capsule", "capsule, capsules, capsula, capsulas");
    name("puff", "puff, puffs, inhalation, inhalations, inhalacion, inhalaciones, disparos");
    name("drop", "drop, drops, gota, gotas");
    name("spray", "spray, sprays");
    name("pack", "pack, packs, paquete, paquetes, cajetilla, cajetillas");
    name("cigarette", "cigarette, cigarettes, cigarrillo, cigarrillos, cigarro, cigarros");
    name("drink", "drink, drinks, beer, beers, glass, glasses, copa, copas, cerveza, cervezas");
    name("time", "time, times, vez, veces, x");
  }

  /** Words that stand for a stretch of time or a thing to take: "a week" is one of them. */
  private static final Set<String> COUNTED_BY_ARTICLE =
      Set.of("hour", "day", "week", "month", "year", "minute", "tablet", "capsule", "puff", "drop");

  /** Units of what is taken and of how long something lasts. */
  private static final Set<String> TAKEN_OR_LASTING =
      Set.of(
          "mg", "mcg", "g", "ml", "iu", "meq", "tablet", "capsule", "puff", "drop", "spray",
          "minute", "hour", "day", "night", "week", "month", "year");

  private Units() {}

  static boolean isTakenOrLasts(String unit) {
    return TAKEN_OR_LASTING.contains(unit);
  }

  record Found(String unit, int to) {}

  /** The unit whose name begins here, the longest name first. */
  static Optional<Found> at(List<String> words, int from) {
    for (int to = Math.min(words.size(), from + LONGEST); to > from; to--) {
      String unit = NAMES.get(words.subList(from, to));
      if (unit != null) {
        return Optional.of(new Found(unit, to));
      }
    }
    return Optional.empty();
  }

  /** Whether it is one thing to take, of which there can be half. */
  static boolean isTaken(String unit) {
    return Set.of("tablet", "capsule", "pack").contains(unit);
  }

  static boolean isCountedByArticle(String unit) {
    return COUNTED_BY_ARTICLE.contains(unit);
  }

  private static void name(String unit, String names) {
    for (String name : names.split(",", -1)) {
      NAMES.put(PlainWords.of(name), unit);
    }
  }
}
