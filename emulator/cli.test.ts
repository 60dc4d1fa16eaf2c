import { expect, test } from "vitest";
import { parseCommandLine } from "./cli";

test("without arguments it is the demo on 4010, kept in .data/emulator", () => {
  expect(parseCommandLine([])).toMatchObject({
    port: 4010,
    scale: "demo",
    dataDir: ".data/emulator",
    latencyMs: 0,
    orderSeconds: 6,
  });
});

test("reads every argument", () => {
  const args =
    "--port 0 --scale large --seed 7 --data memory --fresh --latency-ms 5 --order-seconds 0.5 --order-trouble 0 --rate-limit 10 --cart-days 2 --epoch 2026-01-31T09:00:00Z --variant a=b --variant c=d";
  expect(parseCommandLine(args.split(" "))).toEqual({
    port: 0,
    scale: "large",
    seed: 7,
    dataDir: undefined,
    fresh: true,
    latencyMs: 5,
    orderSeconds: 0.5,
    orderTrouble: 0,
    rateLimit: 10,
    cartDays: 2,
    epoch: "2026-01-31T09:00:00Z",
    variants: ["a=b", "c=d"],
  });
});

test.each([
  [["--port", "eighty"], /--port must be a number/],
  [["--port", "70000"], /--port/],
  [["--scale", "huge"], /--scale is one of demo, medium, large/],
  [["--order-trouble", "2"], /--order-trouble/],
  [["--epoch", "monday"], /--epoch must be an ISO 8601 time/],
  [["--colour", "red"], /--colour/],
])("%j is refused by name", (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});

test("--help asks for the usage text", () => {
  expect(parseCommandLine(["--help"])).toBeUndefined();
});
