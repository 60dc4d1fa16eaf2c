import { start } from "../../lib/process.mjs";
import { keepCalls } from "../control";
import { type Drill, type Outcome, type Setting, sleep, until } from "../drill";
import { type Person, signIn } from "../person";
import { exchangesOf, overlaps, type Said, staleSpends, whyDead } from "../rotations";
import { type Stack, startStack } from "../stack";

const PROCESSES = 4;
const TOKEN_ENDPOINT = { method: "POST", path: "/oauth/token" };
/** How long Ion takes over a rotation: time enough to be killed in. */
const ION_TAKES_MS = 25;
/** Beside SIGKILL: cut before Ion did anything, cut after it did, and a proxy's refusal. */
const FAULTS = [
  { kind: "drop-before", rate: 0.03 },
  { kind: "drop-after", rate: 0.015 },
  { kind: "status", status: 503, rate: 0.02 },
] as const;
/** How long people go on with a lost connection before somebody brings new credentials. */
const LOST_FOR_MS = 600;
const NOTICED_WITHIN_SECONDS = 20;

/** Processes that rotate one account's single-use token, killed in the middle of it. */
export const tokenRotations: Drill = {
  name: "token-rotations",
  what: "token rotations by four processes with SIGKILL: none lost whose answer arrived, never two at once",
  run,
};

type Line = Said & { atMs: number };

async function run({ seed, quick, random, note }: Setting): Promise<Outcome> {
  const wanted = quick ? 40 : 500;
  const rotationsAKill = quick ? 10 : 12;
  const stack = await startStack({ seed, replicas: 1, database: "postgres" });
  const { control } = stack.ion;
  const owner = await signIn(stack.replicas);
  const said: Line[] = [];
  const killed = new Set<number>();
  const running = new Map<number, ReturnType<typeof start>>();
  let lastNumber = 0;
  /** Set to kill the next process that has just asked Ion. */
  let inFlight = false;
  let kills = 0;

  const kill = async (process: number) => {
    const victim = running.get(process);
    if (!victim) return;
    kills += 1;
    running.delete(process);
    killed.add(process);
    await victim.kill();
    if (!over) spawn();
  };
  const spawn = () => {
    lastNumber += 1;
    const process = lastNumber;
    const onLine = (text: string) => {
      if (!text.startsWith("{")) return;
      const line = { ...(JSON.parse(text) as Said), process, atMs: Date.now() };
      said.push(line);
      if (line.step === "asking" && inFlight) {
        inFlight = false;
        void kill(process);
      }
    };
    const args = ["--conditions=react-server", "--import", "tsx", "scripts/chaos/rotator.ts"];
    running.set(process, start("node", args, { env: stack.env, onLine }));
  };
  let over = false;

  const unrecoverable = { "never-arrived": 0, "died-holding": 0 };
  const wrong: string[] = [];
  let lost = 0;
  let pasted = 0;
  const journal = keepCalls(control, { ...TOKEN_ENDPOINT, secrets: true });
  try {
    await control.latency(ION_TAKES_MS);
    for (const fault of FAULTS) await control.fault({ ...TOKEN_ENDPOINT, ...fault });
    for (let count = 0; count < PROCESSES; count += 1) spawn();
    const rotated = () => said.filter(({ step }) => step === "stored").length;
    const giveUpAt = Date.now() + (quick ? 90_000 : 600_000);
    let killAt = rotationsAKill;
    while (rotated() < wanted && Date.now() < giveUpAt) {
      if (rotated() >= killAt) {
        killAt = rotated() + random.int(1, 2 * rotationsAKill - 1);
        if (random.chance(0.5)) inFlight = true;
        else await kill(random.pick([...running.keys()]));
        note(`${rotated()} of ${wanted} rotations, ${kills} kills`);
      }
      if (await isLost(stack)) {
        const dead = said.findLast(({ step }) => step === "asking")?.token ?? "";
        const why = whyDead(dead, said, killed);
        if (why === "lost") {
          lost += 1;
          wrong.push(`token ${dead} is lost although its answer had arrived`);
        } else unrecoverable[why] += 1;
        await sleep(LOST_FOR_MS);
        pasted += await repair(stack, owner, wrong);
      }
      await sleep(50);
    }
    if (rotated() < wanted) wrong.push(`only ${rotated()} rotations in the time there was`);
    const hits = await control.hits();
    await control.clearFaults();
    const asOf = said.length;
    const alive = await until(NOTICED_WITHIN_SECONDS, async () => {
      if (await isLost(stack)) pasted += await repair(stack, owner, wrong);
      return said.slice(asOf).some(({ step }) => step === "stored") || undefined;
    });
    if (!alive) wrong.push("after the drill no process could rotate any more");
    over = true;
    await Promise.all([...running.values()].map((process) => process.kill()));
    const exchanges = exchangesOf(await journal.stop());
    const atOnce = overlaps(exchanges);
    const broken = said.filter(({ step }) => step === "unread");
    wrong.push(
      ...atOnce,
      ...staleSpends(exchanges, said),
      ...broken.map(({ error }) => `a read failed although an access token lived: ${error}`),
    );
    return {
      attempts: exchanges.length,
      faults: hits,
      kills,
      duplicates: atOnce.length,
      lost,
      unknown: 0,
      wrong,
      figures: {
        rotations: rotated(),
        unrecoverable: unrecoverable["never-arrived"] + unrecoverable["died-holding"],
        ofThemKilledBeforeStoring: unrecoverable["died-holding"],
        pasted,
        reads: said.filter(({ step }) => step === "read").length,
        readsBroken: broken.length,
      },
    };
  } finally {
    over = true;
    await Promise.all([...running.values()].map((process) => process.kill()));
    await journal.stop().catch(() => undefined);
    owner.close();
    await stack.stop();
  }
}

async function isLost({ db }: Stack): Promise<boolean> {
  const found = await db?.query<{ state: string }>("SELECT state FROM ion_connections");
  return found?.rows[0]?.state === "lost";
}

/** What an owner does: sees on the page that the connection is lost, asks Ion for new credentials and pastes them. */
async function repair({ ion }: Stack, owner: Person, wrong: string[]): Promise<number> {
  const shown = await until(5, async () => {
    const connection = await owner.read<{ token: { state: string } }>("/api/connection");
    return connection?.token.state === "lost" || undefined;
  });
  if (!shown) wrong.push("the portal did not show that the connection is lost");
  for (const page of ["/customers", "/catalog", "/admin/connection"]) {
    const status = await owner.open(page);
    if (status !== 200) wrong.push(`with the connection lost, ${page} answered ${status}`);
  }
  // A pasted token meets the same faults: what Ion spent without an answer is gone, and another one is asked for.
  for (let pasted = 1; pasted <= 10; pasted += 1) {
    const refreshToken = await ion.control.newRefreshToken();
    const answer = await owner.act("replaceTokenAction", "/admin/connection", { refreshToken });
    if (answer?.ok) return pasted;
  }
  wrong.push("ten new tokens in a row were not taken");
  return 10;
}
