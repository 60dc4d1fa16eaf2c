import { NextResponse } from "next/server";

export const dynamic = "force-dynamic";

/** The process is up and answering. Says nothing of what it depends on. */
export function GET() {
  return NextResponse.json({ status: "live" });
}
