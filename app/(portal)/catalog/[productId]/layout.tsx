import type { ReactNode } from "react";
import { Texts } from "@/app/_components/texts";
import { productParams } from "@/lib/catalog/inputs";
import { requireProduct } from "@/lib/catalog/require-product";
import { pageParams, readPage } from "@/lib/page";

type Props = { children: ReactNode; params: Promise<unknown> };

/** A product that is not there is turned away before anything is drawn. With Ion down the page says so. */
export default async function ProductLayout({ children, params }: Props) {
  const { productId } = await pageParams(productParams, params);
  await readPage(() => requireProduct(productId));
  return <Texts of="all">{children}</Texts>;
}
