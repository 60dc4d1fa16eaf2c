"use client";

import { IonState } from "@/components/shell/ion-state";
import { useIonConnection } from "./connection";

/** Ion's state in the top bar. */
export function ConnectionDot() {
  const { state, asOf, since, token } = useIonConnection();
  return <IonState state={token.state === "lost" ? "lost" : state} since={since ?? asOf} />;
}
