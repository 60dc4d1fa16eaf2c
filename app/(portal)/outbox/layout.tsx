import type { ReactNode } from "react";
import { Texts } from "@/app/_components/texts";

export default function OutboxLayout({ children }: { children: ReactNode }) {
  return <Texts of={["outbox"]}>{children}</Texts>;
}
