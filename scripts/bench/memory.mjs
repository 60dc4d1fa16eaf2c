import { readdirSync, readFileSync } from "node:fs";

/** Ids of a process and all of its descendants. */
function family(pid) {
  const children = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // Ended meanwhile.
    }
  }
  const all = [pid];
  for (const one of all) all.push(...(children.get(one) ?? []));
  return all;
}

/** MB that the process and its descendants hold in memory. The launcher counts too: a few MB. */
export function residentMb(pid) {
  let kb = 0;
  for (const one of family(pid)) {
    try {
      kb += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      // Ended meanwhile.
    }
  }
  return kb / 1024;
}

/** Watches a process until `stop`, which tells the most it held. */
export function watchMemory(pid) {
  let most = residentMb(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return Math.max(most, residentMb(pid));
    },
  };
}
