import type { ReactNode } from "react";
import { Texts } from "@/app/_components/texts";

export default function HomeLayout({ children }: { children: ReactNode }) {
  return <Texts of="all">{children}</Texts>;
}
