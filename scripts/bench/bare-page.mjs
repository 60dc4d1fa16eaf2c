import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { answers, freePort, giveUp, run, start } from "../lib/process.mjs";

/** A folder's files once more, as further names of the same files where the disk can do that. */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/** The project's own copies of the packages and of all they need: no others may be found from the bare page. */
function linkPackages(names, folder, done = new Set()) {
  for (const name of names) {
    const source = path.join("node_modules", name);
    if (done.has(name) || !existsSync(source)) continue;
    done.add(name);
    linkFolder(source, path.join(folder, "node_modules", name));
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(path.join(source, "package.json"), "utf8"),
    );
    linkPackages([...Object.keys(dependencies), ...Object.keys(optionalDependencies)], folder, done);
  }
}

/**
 * Builds and starts a Next app of one page with fifty rows, the floor for every full page. It is built below
 * `.data` with the project's own packages, and finds nothing else of the project.
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
  linkPackages(["next", "react", "react-dom"], folder);
  const root = JSON.stringify(folder);
  writeFileSync(
    path.join(folder, "next.config.mjs"),
    `export default { turbopack: { root: ${root} } };
`,
  );
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", clear);
  // Its own Next, not the project's: two copies of React in one process do not know each other.
  const next = path.join(folder, "node_modules/next/dist/bin/next");
  const { code, output } = await run("node", [next, "build"], {
    quiet: true,
    cwd: folder,
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) giveUp(`${output}\nThe bare page could not be built; the compiler's words are above.`);
  const port = await freePort();
  const running = start("node", [next, "start", folder, "--hostname", "127.0.0.1", "--port", String(port)], {
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
