import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { answers, freePort, giveUp, run, start } from "../lib/process.mjs";

/**
 * Builds and starts a Next app of one page with fifty rows, the floor for every full page. It is built below `.data`, where
 * the project's own packages are found.
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startBarePage() {
  mkdirSync(".data", { recursive: true });
  const folder = mkdtempSync(path.resolve(".data/bench-bare-"));
  cpSync("scripts/bench/bare", folder, { recursive: true });
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "bare", private: true, type: "module" }),
  );
  const root = JSON.stringify(path.resolve("."));
  writeFileSync(path.join(folder, "next.config.mjs"), `export default { turbopack: { root: ${root} } };\n`);
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", clear);
  const { code, output } = await run("next", ["build"], {
    quiet: true,
    cwd: folder,
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) giveUp(`${output}\nThe bare page could not be built; the compiler's words are above.`);
  const port = await freePort();
  const running = start("next", ["start", folder, "--hostname", "127.0.0.1", "--port", String(port)], {
    env: { NODE_ENV: "production" },
  });
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers(url, { seconds: 60, process: running })))
    giveUp(`${running.output()}\nThe bare page did not start.`);
  return {
    url,
    pid: running.child.pid ?? 0,
    async stop() {
      await running.stop();
      clear();
    },
  };
}
