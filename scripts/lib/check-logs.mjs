import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { findSecrets } from "./log-secrets.mjs";
import { say } from "./process.mjs";

/**
 * The test "no secret in the logs": reads all that a portal printed and looks for every secret that its emulator ever
 * issued, for the portal's own, and for the session cookies that browsers got.
 * @param {{ emulator: string, logs: string[], env: Record<string, string>, cookiesFile: string }} run
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function checkLogs({ emulator, logs, env, cookiesFile }) {
  const { secrets: issued } = await (await fetch(`${emulator}/_emulator/state/secrets`)).json();
  const cookies = existsSync(cookiesFile)
    ? readFileSync(cookiesFile, "utf8").split("\n").filter(Boolean)
    : [];
  const secrets = [
    ...issued,
    ...ownSecrets(env),
    ...cookies.map((value) => ({ kind: "session cookie", value })),
  ];
  const texts = logs.map((file) => (existsSync(file) ? readFileSync(file, "utf8") : ""));
  const lines = texts
    .join("\n")
    .split("\n")
    .filter((line) => line.startsWith("{")).length;
  const found = texts.flatMap((text) => findSecrets(text, secrets));
  for (const { kind, form, line, event } of found)
    say(`A secret is in the logs: ${kind}, ${form}, line ${line}, event "${event}".`);
  // A check that looked at nothing proves nothing.
  const looked = lines > 0 && issued.length > 0 && cookies.length > 0;
  if (!looked)
    say(
      `The logs could not be checked: ${lines} lines, ${issued.length} secrets, ${cookies.length} cookies.`,
    );
  else say(`Looked for ${secrets.length} secrets in ${lines} log lines: ${found.length} found.`);
  if (found.length > 0) keep(logs);
  return found.length === 0 && looked ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** For whoever looks for the place. */
function keep(logs) {
  mkdirSync("test-results", { recursive: true });
  logs.forEach((file, index) => {
    if (existsSync(file)) copyFileSync(file, `test-results/leaking-${index + 1}.log`);
  });
  say("The logs are kept in test-results/leaking-*.log.");
}

function ownSecrets({ AUTH_SECRET, ENCRYPTION_KEYS }) {
  return [
    { kind: "AUTH_SECRET", value: AUTH_SECRET },
    ...ENCRYPTION_KEYS.split(",").map((entry) => ({
      kind: "encryption key",
      value: entry.slice(entry.indexOf(":") + 1),
    })),
    { kind: "a person's password", value: "ion-demo" },
  ];
}
