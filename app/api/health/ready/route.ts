import { NextResponse } from "next/server";
import { checkReadiness } from "@/lib/health/check-readiness";

export const dynamic = "force-dynamic";

/** 200 when this replica can serve, 503 when it can't; the body says why. */
export async function GET() {
  const readiness = await checkReadiness();
  return NextResponse.json(readiness, { status: readiness.ready ? 200 : 503 });
}
