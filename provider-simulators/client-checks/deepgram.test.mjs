// The official client of the speech provider against the simulator.
// DEEPGRAM_PORT is its port, RULER_PCM a file with 6.2 seconds of ruler session 5.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, beforeEach, test } from "node:test";
import { DeepgramClient } from "@deepgram/sdk";

const port = process.env.DEEPGRAM_PORT;
const pcm = readFileSync(process.env.RULER_PCM);
const FRAME = 3200;

const usual = {
  model: "nova-3-medical",
  encoding: "linear16",
  sample_rate: 16000,
  channels: 1,
  interim_results: "true",
  smart_format: "true",
  punctuate: "true",
  diarize_model: "latest",
  endpointing: 300,
  utterance_end_ms: 1000,
  vad_events: "true",
  mip_opt_out: "true",
  keyterm: ["metoprolol", "atrial fibrillation"],
  reconnectAttempts: 0,
};

const client = new DeepgramClient({
  apiKey: "test-key",
  environment: {
    base: `http://127.0.0.1:${port}`,
    production: `ws://127.0.0.1:${port}`,
    agent: `ws://127.0.0.1:${port}`,
    agentRest: `http://127.0.0.1:${port}`,
  },
});

async function plan(...faults) {
  const response = await fetch(`http://127.0.0.1:${port}/_simulator/faults`, {
    method: "PUT",
    body: JSON.stringify({ faults }),
  });
  assert.equal(response.status, 200, await response.text());
}

async function connect(options = {}) {
  const socket = await client.listen.v1.connect({ ...usual, ...options });
  const messages = [];
  socket.on("message", (message) => messages.push(message));
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.connect();
  return { socket, messages, closed };
}

async function until(condition) {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, "it did not come");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function send(socket, bytes) {
  for (let at = 0; at < bytes.length; at += FRAME) {
    socket.sendMedia(bytes.subarray(at, at + FRAME));
  }
}

function words(messages) {
  return messages
    .filter((message) => message.type === "Results" && message.is_final)
    .flatMap((message) => message.channel.alternatives[0].words)
    .map((word) => word.word);
}

beforeEach(() => plan());
after(() => plan());

test("hears the ruler word for word and ends normally", async () => {
  const { socket, messages, closed } = await connect();
  await socket.waitForOpen();
  send(socket, pcm);
  socket.sendCloseStream({ type: "CloseStream" });
  assert.equal((await closed).code, 1000);
  const expected = Array.from({ length: 12 }, (_, k) => `s5w${String(k).padStart(6, "0")}`);
  assert.deepEqual(words(messages), expected);
  assert.equal(messages.at(-1).type, "Metadata");
  assert.ok(messages.some((message) => message.type === "SpeechStarted"));
  assert.ok(messages.some((message) => message.type === "Results" && !message.is_final));
  const speakers = messages
    .filter((message) => message.is_final)
    .flatMap((message) => message.channel.alternatives[0].words)
    .map((word) => word.speaker);
  assert.deepEqual(speakers, [...Array(10).fill(0), 1, 1]);
});

test("takes KeepAlive and answers Finalize", async () => {
  const { socket, messages, closed } = await connect();
  await socket.waitForOpen();
  send(socket, pcm.subarray(0, 32_000));
  socket.sendKeepAlive({ type: "KeepAlive" });
  socket.sendFinalize({ type: "Finalize" });
  await until(() => messages.some((message) => message.from_finalize));
  socket.sendCloseStream({ type: "CloseStream" });
  assert.equal((await closed).code, 1000);
});

test("is told of every option and key term", async () => {
  const { socket, closed } = await connect();
  await socket.waitForOpen();
  socket.sendCloseStream({ type: "CloseStream" });
  await closed;
  const answer = await fetch(`http://127.0.0.1:${port}/_simulator/streams`);
  const { streams } = await answer.json();
  assert.deepEqual(streams.at(-1).query.keyterm, usual.keyterm);
  assert.deepEqual(streams.at(-1).query.mip_opt_out, ["true"]);
  assert.ok(!JSON.stringify(streams).includes("test-key"));
});

test("cannot open a stream that is refused", async () => {
  await plan({ type: "refuse", times: 1, status: 401 });
  const { messages, closed } = await connect();
  await closed;
  assert.deepEqual(messages, []);
});

test("cannot open a stream for a model that does not exist", async () => {
  const { messages, closed } = await connect({ model: "nova-99" });
  await closed;
  assert.deepEqual(messages, []);
});

test("sees the stream end in the middle", async () => {
  await plan({ type: "close", times: 1, afterChunks: 20, code: 1011 });
  const { socket, messages, closed } = await connect();
  await socket.waitForOpen();
  send(socket, pcm.subarray(0, 20 * FRAME));
  assert.equal((await closed).code, 1011);
  assert.ok(!messages.some((message) => message.type === "Metadata"));
});
