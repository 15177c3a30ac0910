package org.medicscribe.soapnote.reading;

import java.util.regex.Pattern;

/**
 * What tells who somebody is rather than how they are: telephone, birth date, address, e-mail,
 * numbers of insurance or record, a name spelled out. Belongs in no note.
 */
public final class Identifiers {

  private static final String NUMBER =
      "(?:\\d+|zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
          + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
          + "|eighty|ninety|hundred|double|triple)";

  private static final String DIGIT =
      "(?:\\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)";

  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)\\b(?:date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|born (?:on |in )?(?:the )?(?:\\d|nineteen|twenty|two thousand|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\w+ of\\b)"
              + "|phone number|telephone|cell ?phone number|call you (?:on|at)|reach (?:you|me) (?:on|at)"
              + "|(?:my|your) (?:cell|mobile|phone|number) is|zip code|post ?code|home address|my address|your address"
              + "|e-?mail|social security|insurance (?:number|card|id)|policy number|member (?:id|number)"
              + "|medical record number|mrn|passport|driver'?s licen[cs]e|nhs number"
              + "|(?:last|first|full|maiden) name|sur ?name|my name(?:'s| is))\\b"
              + "|\\S@\\S|\\b\\w+ (?:dot|\\.) (?:com|org|net|edu)\\b");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b"
              + NUMBER
              + "(?:[ -]"
              + NUMBER
              + ")* (?:(?!(?:the|a|my|this|that|your|down|on|of|per|miles?|minutes?|years?|weeks?|days?|times?|blocks?)\\b)\\w+ ){1,3}(?:street|avenue|road|lane|boulevard|court|terrace|crescent)\\b"
              + "|\\b(?:i|we) live (?:at|on) (?:\\w+ )*(?:street|avenue|road|lane|boulevard|"
              + NUMBER
              + ")\\b");

  /** Seven digits or more in a row, spoken or written. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile(
          "(?i)(?<![\\w/.])(?:"
              + DIGIT
              + "[ ,-]+){6,}"
              + DIGIT
              + "(?![\\w/])"
              + "|(?<![\\d/.])(?:\\+?\\d[ ()-]{0,2}){7,}(?!\\d|[/.,]\\d)");

  private static final Pattern SPELLED =
      Pattern.compile("(?i)(?<![\\w'])(?:[a-z][ ,.-]+){2,}[a-z](?![\\w'])");
  private static final Pattern ASKS_NAME =
      Pattern.compile("(?i)\\b(?:spell|name)\\b(?!.*\\b(?:medi\\w+|drug|pill|tablet|doctor)s?\\b)");
  private static final Pattern DOSE =
      Pattern.compile(
          "(?i)\\b(?:milligrams?|mg|micrograms?|mcg|units|tablets?|times a day|daily)\\b");

  /** Its answer identifies, whatever it looks like. */
  private static final Pattern ASKS_FOR =
      Pattern.compile(
          "(?i)\\b(?:(?:what(?:'s| is)|confirm|tell me|give me|have) (?:me )?(?:your|his|her|the) "
              + "(?:full |first |last |date of |home |e-?mail |phone |telephone )*"
              + "(?:name|birth|birthday|address|e-?mail|number)|where do you live\\b"
              + "|spell (?:your|his|her|that) (?:\\w+ )?name)");

  private Identifiers() {}

  /**
   * @param before what was said just before it, "" if nothing: a name is spelled when it is asked
   */
  public static boolean in(String said, String before) {
    if (TELLING.matcher(said).find() || ADDRESS.matcher(said).find()) {
      return true;
    }
    if (ASKS_FOR.matcher(before).find()) {
      return true;
    }
    boolean named = before.isEmpty() || ASKS_NAME.matcher(before).find();
    return !DOSE.matcher(said).find()
        && (LONG_NUMBER.matcher(said).find() || named && SPELLED.matcher(said).find());
  }
}
