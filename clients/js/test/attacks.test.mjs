import assert from "node:assert/strict";
import { test } from "node:test";

import { HexaplaClient, memoryStorage } from "../src/index.js";
import { ATTACKS } from "./attack-list.mjs";
import { fetchFrom, published } from "./kit.mjs";

/** A client that knows what a publisher wrote, and is then shown what an attacker made of it. */
export async function attacked({ act, twiceKnown, now, before }) {
  const publisher = published();
  before(publisher);
  if (twiceKnown) publisher.publish({ edit: { es: () => {} } });
  let clock = now - 60_000;
  const root = publisher.store.get("stable/1.root.json");
  const options = { store: "https://store.example", root, storage: memoryStorage(), now: () => clock };
  const client = await HexaplaClient.open({ ...options, fetch: fetchFrom(() => publisher.store) });
  await client.update();
  const known = client.status;
  act(publisher);
  clock = now;
  const found = await client.update().then(() => null, (error) => error);
  return { client, known, found, options };
}

for (const attack of ATTACKS) {
  test(`attack: ${attack.name}`, async () => {
    const { client, known, found, options } = await attacked(attack);
    assert.equal(found?.refusal, attack.refusal, found?.stack ?? "it was accepted");
    const { version, release } = client.status;
    assert.deepEqual({ version, release }, { version: known.version, release: known.release });
    assert.equal(client.status.error, found);
    assert.match(await client.text("es/ui.ftl"), /^hello = Hola/);
    const again = await HexaplaClient.open({ ...options, fetch: () => Promise.reject(new Error("refused")) });
    assert.equal(again.status.release, known.release);
  });
}

test("there are enough attacks, each of its own name", (t) => {
  const names = new Set(ATTACKS.map((it) => it.name));
  assert.equal(names.size, ATTACKS.length);
  const refusals = new Set(ATTACKS.map((it) => it.refusal));
  assert.ok(ATTACKS.length >= 40);
  t.diagnostic(`${ATTACKS.length} attacks, ${refusals.size} refusals`);
});
