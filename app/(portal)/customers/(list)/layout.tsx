import type { ReactNode } from "react";
import { LIST_TEXTS } from "@/app/_components/portal-texts";
import { Texts } from "@/app/_components/texts";

export default function CustomersLayout({ children }: { children: ReactNode }) {
  return <Texts of={LIST_TEXTS["customers/(list)"]}>{children}</Texts>;
}
