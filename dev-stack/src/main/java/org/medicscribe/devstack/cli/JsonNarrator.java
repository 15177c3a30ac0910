package org.medicscribe.devstack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.events.Segment;

/** Tells a visit to a program: one document once it is over. */
final class JsonNarrator implements Narrator {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final ObjectNode document = JSON.createObjectNode();
  private final ArrayNode hiccups = JSON.createArrayNode();
  private final ArrayNode heardLive = JSON.createArrayNode();

  JsonNarrator(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begun(String encounter) {
    document.put("encounterId", encounter);
  }

  @Override
  public void heard(List<Segment> added) {
    added.forEach(segment -> heardLive.add(JSON.<JsonNode>valueToTree(segment)));
  }

  @Override
  public void interim(String speaker, String text) {
    // A program reads what is final.
  }

  @Override
  public void progress(double sent, double safe, double heard) {
    document.put("audioSeconds", sent).put("safeSeconds", safe).put("transcribedSeconds", heard);
  }

  @Override
  public void hiccup(String sentence) {
    hiccups.add(sentence);
  }

  @Override
  public void note(JsonNode note, List<Segment> transcript) {
    document.set("segments", JSON.valueToTree(transcript));
    document.set("note", note);
    print();
  }

  @Override
  public void noNote(String code, String sentence) {
    document.set("segments", heardLive);
    document.set("failure", JSON.createObjectNode().put("code", code).put("advice", sentence));
    print();
  }

  private void print() {
    document.set("hiccups", hiccups);
    out.println(document.toPrettyString());
  }
}
