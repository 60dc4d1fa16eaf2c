import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import { fold } from "@/lib/fold";

const answer = z.object({ rows: z.array(z.object({ text: z.string() })) });

test("the database folds Latin letters for sorting as the portal folds them for searching", async () => {
  const db = await getDb();
  for (const name of [
    "Øystein",
    "øre",
    "Łódź",
    "Đorđe",
    "Ðuro",
    "Ærø",
    "Œuvre",
    "Þór",
    "Straße",
    "Élan",
    "ISıK",
  ]) {
    const { rows } = answer.parse(await db.execute(sql`select sort_text(${name}::text) as text`));
    expect(rows[0]?.text, name).toBe(fold(name));
  }
});
