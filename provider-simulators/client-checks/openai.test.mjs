// The official client of the language model against the simulator. OPENAI_PORT is its port.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import OpenAI from "openai";

const port = process.env.OPENAI_PORT;
const client = new OpenAI({ apiKey: "test-key", baseURL: `http://127.0.0.1:${port}/v1` });
const once = client.withOptions({ maxRetries: 0 });

const text = { type: "string" };
const object = (properties) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items) => ({ type: "array", items });
const schema = object({
  sections: list(
    object({
      code: { type: "string", enum: ["subjective", "objective", "assessment", "plan"] },
      statements: list(object({ text, evidence: list(object({ segment: text, quote: text })) })),
    }),
  ),
});

const lines = ["My knee hurts.", "Since when?", "For two days.", "Take ibuprofen 400 mg."];

function request(changed = {}) {
  return {
    model: "gpt-4.1",
    store: false,
    messages: [
      { role: "system", content: "Write a note." },
      {
        role: "user",
        content: lines
          .map((line, i) => JSON.stringify({ segment: `g${i}`, speaker: "1", text: line }))
          .join("\n"),
      },
    ],
    response_format: { type: "json_schema", json_schema: { name: "note", strict: true, schema } },
    ...changed,
  };
}

const streamed = { stream: true, stream_options: { include_usage: true } };

async function plan(...faults) {
  const response = await fetch(`http://127.0.0.1:${port}/_simulator/faults`, {
    method: "PUT",
    body: JSON.stringify({ faults }),
  });
  assert.equal(response.status, 200, await response.text());
}

function quotes(content) {
  return JSON.parse(content).sections.flatMap((section) =>
    section.statements.flatMap((statement) => statement.evidence.map((each) => each.quote)),
  );
}

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  const content = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
  const reasons = chunks.map((chunk) => chunk.choices[0]?.finish_reason).filter(Boolean);
  return { chunks, content, reason: reasons[0] };
}

beforeEach(() => plan());
after(() => plan());

test("lists the models with their announced end", async () => {
  const models = await client.models.list();
  const model = models.data.find((each) => each.id === "gpt-4.1");
  assert.equal(model.shutdown_date, "2027-01-14");
  assert.equal((await client.models.retrieve("gpt-5.1")).shutdown_date, null);
  await assert.rejects(client.models.retrieve("gpt-0"), OpenAI.NotFoundError);
});

test("answers with a note in the schema that quotes the transcript", async () => {
  const { data, response } = await client.chat.completions.create(request()).withResponse();
  assert.deepEqual(quotes(data.choices[0].message.content), lines);
  assert.equal(data.choices[0].finish_reason, "stop");
  assert.ok(data.usage.total_tokens > 0);
  assert.match(response.headers.get("x-request-id"), /^req_/);
});

test("streams the same note and its usage", async () => {
  const { chunks, content, reason } = await read(
    await client.chat.completions.create(request(streamed)),
  );
  assert.deepEqual(quotes(content), lines);
  assert.equal(reason, "stop");
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.ok(chunks.at(-1).usage.completion_tokens > 0);
});

test("is understood by the client's own accumulator", async () => {
  const completion = await client.chat.completions
    .stream(request({ stream_options: { include_usage: true } }))
    .finalChatCompletion();
  assert.deepEqual(quotes(completion.choices[0].message.content), lines);
});

test("refuses a schema outside the strict subset", async () => {
  const loose = { ...schema, additionalProperties: true };
  const format = { type: "json_schema", json_schema: { name: "note", strict: true, schema: loose } };
  await assert.rejects(
    client.chat.completions.create(request({ response_format: format })),
    (error) =>
      error instanceof OpenAI.BadRequestError &&
      error.type === "invalid_request_error" &&
      error.param === "response_format" &&
      error.message.includes("'additionalProperties' is required to be supplied"),
  );
});

test("refuses sampling options of a model that thinks", async () => {
  const thinking = request({ model: "gpt-5.1", temperature: 0 });
  await assert.rejects(client.chat.completions.create(thinking), OpenAI.BadRequestError);
  await client.chat.completions.create({ ...thinking, reasoning_effort: "none" });
});

test("tells the errors apart", async () => {
  const refused = async (fault) => {
    await plan({ type: "refuse", times: 1, ...fault });
    return once.chat.completions.create(request()).catch((error) => error);
  };
  assert.ok((await refused({ status: 401 })) instanceof OpenAI.AuthenticationError);
  assert.ok((await refused({ status: 403 })) instanceof OpenAI.PermissionDeniedError);
  assert.equal((await refused({ status: 429 })).code, "rate_limit_exceeded");
  assert.equal(
    (await refused({ status: 429, code: "insufficient_quota" })).code,
    "insufficient_quota",
  );
  assert.ok((await refused({ status: 503 })) instanceof OpenAI.InternalServerError);
});

test("is tried again after 429, when it is time", async () => {
  await plan({ type: "refuse", times: 2, status: 429, retryAfter: "PT0.3S" });
  const start = Date.now();
  await client.chat.completions.create(request());
  assert.ok(Date.now() - start >= 550, "came back too early");
});

test("cuts the answer", async () => {
  await plan({ type: "truncate", times: 1 });
  const cut = await read(await client.chat.completions.create(request(streamed)));
  assert.equal(cut.reason, "length");
  assert.throws(() => JSON.parse(cut.content), SyntaxError);
  await plan({ type: "content-filter", times: 1 });
  const filtered = await client.chat.completions.create(request());
  assert.equal(filtered.choices[0].finish_reason, "content_filter");
});

test("declines", async () => {
  await plan({ type: "decline", times: 2, refusal: "I cannot help with that." });
  const whole = await client.chat.completions.create(request());
  assert.equal(whole.choices[0].message.refusal, "I cannot help with that.");
  assert.equal(whole.choices[0].message.content, null);
  const completion = await client.chat.completions.stream(request()).finalChatCompletion();
  assert.equal(completion.choices[0].message.refusal, "I cannot help with that.");
});

test("fails in the middle of a stream", async () => {
  const failing = async (fault) => {
    await plan({ times: 1, afterChunks: 3, ...fault });
    return read(await once.chat.completions.create(request(streamed))).catch((error) => error);
  };
  assert.ok((await failing({ type: "error-in-stream" })) instanceof OpenAI.APIError);
  assert.ok((await failing({ type: "close", code: 0 })) instanceof Error);
  assert.ok((await failing({ type: "garbage" })) instanceof SyntaxError);
});
